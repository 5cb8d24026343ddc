/* Pages of the register say of each list up to which day it was read. By the reader's clock a day
   may be long past: its element gets the class `old`, and the stylesheet says what that means. */
(function () {
  "use strict";
  const DAYS = 90;
  const page = (window.registerPage = { OLD: DAYS });

  /* a month counts from its first day, so that a list is called old too early and not too late */
  page.isOld = function (day) {
    const [year, month = 1, date = 1] = day.split("-").map(Number);
    return Math.floor((Date.now() - new Date(year, month - 1, date)) / 86400000) > DAYS;
  };

  page.markOld = function (root) {
    for (const time of root.querySelectorAll("time.read-to")) {
      time.classList.toggle("old", page.isOld(time.dateTime));
    }
  };

  page.markOld(document);
})();
