/* The last script: start Dash over the page that is already there. */
var renderer = new window.DashRenderer();
