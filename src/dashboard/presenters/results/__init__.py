"""For pages and other presenters: results in words, filtered, counted, in the plan, with passports."""
