"""Research between Europe and China: links, retractions, papers with bodies later listed, money."""
