"""For presenters: words in, what they may mean out (stems, names, misspellings); it knows no table."""
