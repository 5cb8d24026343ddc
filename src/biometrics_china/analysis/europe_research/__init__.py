"""Research between Europe and China: links, retractions, partners that were listed, money."""
