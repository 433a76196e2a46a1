/** What others put on the window: plotly.js, and with Dash its React and its renderer. */
declare var Plotly: any;
declare var PlotlyGeoAssets: any;
declare var React: any;
declare var DashRenderer: new () => unknown;
