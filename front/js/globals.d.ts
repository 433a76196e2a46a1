/** What others put on the window: plotly.js, and with Dash its React and its renderer. */
declare var Plotly: any;
declare var PlotlyGeoAssets: any;
declare var React: any;
declare var DashRenderer: new () => unknown;

/** The page of a view that first.js has asked for, before app.js was there to do so. */
declare var foreseen: { address: string; answer: Promise<Response>; stop: () => void } | undefined;
