/* The page comes alive: charts draw themselves when they come near, a form waits for its first change.
 *
 * The page is complete before this file runs. Dash, which asks the server what a change of the form redraws, is
 * a file of its own (assets/js/dash-islands.js with React and dash-renderer): it is fetched when the page has
 * come to rest, or at once when a reader touches the form. Until it is there, a change waits.
 */
(function () {
  "use strict";

  var config = JSON.parse(document.getElementById("page-config").textContent);

  /* ---- colours and type come from the style sheet, in light, dark and print ---- */
  function withColours(value) {
    if (typeof value === "string") {
      var name = config.palette[value];
      return name ? getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim() : value;
    }
    if (Array.isArray(value)) { return value.map(withColours); }
    if (value && typeof value === "object") {
      var copy = {};
      Object.keys(value).forEach(function (key) { copy[key] = withColours(value[key]); });
      return copy;
    }
    return value;
  }

  function drawn(figure) {
    var layout = Object.assign({}, config.look, figure.layout);
    var isMap = Boolean(layout.geo && figure.layout.geo);
    ["xaxis", "yaxis", "geo", "legend"].forEach(function (part) {
      if (part !== "legend" && isMap !== (part === "geo")) { delete layout[part]; return; }
      layout[part] = Object.assign({}, config.look[part], (figure.layout || {})[part]);
    });
    /* A finger always scrolls the page; a mouse may move a map that was asked for. */
    if (isMap) { layout.dragmode = matchMedia("(pointer: fine)").matches ? "pan" : false; }
    return withColours({ data: figure.data, layout: layout });
  }

  function options(figure) {
    var zoom = { displayModeBar: true, displaylogo: false, modeBarButtons: [["zoomInGeo", "zoomOutGeo", "resetGeo"]] };
    return figure.layout.geo ? Object.assign({}, config.chart, zoom) : config.chart;
  }

  /* ---- plotly.js is fetched once, when the first chart comes near ---- */
  var plotly = {};
  function bundle(address) {
    plotly[address] = plotly[address] || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = function () { resolve(window.Plotly); };
      script.onerror = reject;
      document.head.appendChild(script);
    });
    return plotly[address];
  }

  /* Maps get their outlines from us before plotly.js would ask a CDN for them. */
  function outlines() {
    return fetch(config.outlines).then(function (answer) { return answer.json(); }).then(function (shapes) {
      window.PlotlyGeoAssets = window.PlotlyGeoAssets || { topojson: {} };
      window.PlotlyGeoAssets.topojson[config.look.geo.scope + "_" + config.look.geo.resolution + "m"] = shapes;
    });
  }

  function library(name) {
    var needs = [bundle(config.bundles[name])];
    if (name !== "plotly.js") { needs.push(outlines()); }
    return Promise.all(needs).then(function (loaded) { return loaded[0]; });
  }

  function whenNear(element, act) {
    if (!("IntersectionObserver" in window)) { act(); return function () {}; }
    var observer = new IntersectionObserver(function (entries) {
      if (entries.some(function (entry) { return entry.isIntersecting; })) {
        observer.disconnect();
        act();
      }
    }, { rootMargin: "200px" });
    observer.observe(element);
    return function () { observer.disconnect(); };
  }

  function slowLink() {
    var link = navigator.connection || {};
    return Boolean(link.saveData) || /2g$/.test(link.effectiveType || "");
  }

  /* Pixels across an A4 sheet within the margins, at the size that 9-paper.css gives charts. */
  var SHEET = 937;

  /* Phones turn dark at sunset, while the page is open. */
  var darkness = window.matchMedia("(prefers-color-scheme: dark)");

  /* ---- a chart: drawn when near, drawn anew when its figure or the theme changes ---- */
  function chart(props) {
    var element = document.getElementById(props.id);
    var figure = props.figure;
    var onSheet = false;
    var stage;

    function draw() {
      return library(props.bundle || "plotly.js").then(function (Plotly) {
        var now = drawn(figure);
        if (onSheet) { now.layout.width = SHEET; }
        if (stage) { return Plotly.react(stage, now.data, now.layout, options(now)).then(silence); }
        stage = document.createElement("div");
        stage.className = "chart-stage";
        element.appendChild(stage);
        return Plotly.newPlot(stage, now.data, now.layout, options(now)).then(silence).then(awaken);
      });
    }

    /* The picture that came with the page keeps its name, and its empty place, for those who listen: what is drawn
       over it says letter by letter what the table says in order. The buttons of a map stay heard. */
    function silence() {
      stage.querySelectorAll("svg").forEach(function (part) { part.setAttribute("aria-hidden", "true"); });
    }

    function awaken() {
      element.classList.add("is-live");
      stage.on("plotly_click", function (event) {
        var chosen = event.points[0].customdata;
        if (typeof chosen === "string" && chosen.indexOf("/") === 0) { window.location.href = chosen; }
      });
    }

    function offer() {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "button chart-wake";
      button.textContent = config.words.wake;
      button.addEventListener("click", function () { button.remove(); draw(); });
      element.after(button);
    }

    function redraw() { if (stage) { draw(); } }

    /* A chart on the whole screen is drawn anew when it leaves that. */
    darkness.addEventListener("change", function () { if (!document.fullscreenElement) { redraw(); } });
    whenNear(element, slowLink() ? offer : draw);
    return {
      redraw: redraw,
      /* The picture that came with the page is of another view from now on. */
      show: function (next) {
        figure = next;
        element.classList.add("is-stale");
        element.style.height = figure.layout.height + "px";
        redraw();
      },
      /* For paper, and back: that picture would fit the sheet by itself; interactive maps stay on screens. */
      print: function (starts) {
        var shown = element.getClientRects().length && !figure.layout.geo;
        if (!shown || !element.classList.contains("is-stale")) { return; }
        onSheet = starts;
        draw();
      },
    };
  }

  var charts = {};
  config.layout.forEach(function (island) {
    if (island.type === "Chart") { charts[island.props.id] = chart(island.props); }
  });

  /* A view with more or fewer panels leaves a drawn chart another width; plotly.js hears only of the window's. */
  var looking = false;
  function fitCharts() {
    looking = false;
    var misfit = Array.prototype.some.call(document.querySelectorAll(".chart-stage"), function (stage) {
      var svg = stage.querySelector(".main-svg");
      return svg && stage.clientWidth && Math.abs(stage.clientWidth - svg.getAttribute("width")) > 1;
    });
    if (misfit) { window.dispatchEvent(new Event("resize")); }
  }
  document.addEventListener("contentchange", function () {
    if (!looking) { looking = true; requestAnimationFrame(fitCharts); }
  });

  /* ---- the form is the state of the view; the address follows it ---- */
  function queryOf(form) {
    var grouped = {};
    new FormData(form).forEach(function (value, name) {
      if (value) { grouped[name] = grouped[name] ? grouped[name] + "," + value : value; }
    });
    var pairs = Object.keys(grouped).filter(function (name) {
      var first = form.elements[name];
      var preset = form.dataset[name] || "";
      return first && grouped[name] !== preset;
    }).map(function (name) {
      return encodeURIComponent(name) + "=" + encodeURIComponent(grouped[name]).replace(/%2C/g, ",");
    });
    return pairs.join("&");
  }

  /* ---- a form: its first change sends for Dash, which then tells the server ---- */
  function form(element) {
    var path = window.location.pathname;
    var shown = queryOf(element);  // what the islands show
    var wanted = shown;            // what the reader chose last, even when an answer has taken its box away since
    var written = shown;           // what the address says
    var asking = null;             // what the server was asked for and has not answered
    var linked = shown;            // the view that the links in the islands were written for
    var ask;
    var waiting;

    /* One question at a time: Dash drops the answer to a question that a later one overtakes, and the server
       sends only what differs from the view that is shown. */
    function follow() {
      if (!ask) { if (wanted !== shown) { sendForDash(); } return; }
      if (wanted !== written) {
        window.history.replaceState(null, "", path + (wanted ? "?" + wanted : ""));
        written = wanted;
        takeAlong();
      }
      if (asking !== null || wanted === shown) { return; }
      asking = wanted;
      ask({ path: path, query: wanted, before: shown });
    }

    /* Links to this view as something else (a file, the other language) go where the address goes. */
    function takeAlong() {
      document.querySelectorAll("a[data-same-view]").forEach(function (link) {
        link.search = [written, link.dataset.also].filter(Boolean).join("&");
      });
    }

    function tell() {
      wanted = queryOf(element);
      follow();
    }

    function answered(well) {
      if (asking === null) { return; }
      if (well) { shown = asking; }
      asking = null;
      if (well) { follow(); }
    }

    /* An answer brings links of the view it was asked for; the reader may have chosen more since. */
    document.addEventListener("contentchange", function () {
      linked = asking === null ? shown : asking;
      if (linked !== written) { takeAlong(); }
    });
    element.addEventListener("change", tell);
    element.addEventListener("input", function (event) {
      if (event.target.type !== "search") { return; }
      clearTimeout(waiting);
      waiting = setTimeout(tell, 250);
    });
    element.addEventListener("submit", function (event) {
      clearTimeout(waiting);
      event.preventDefault();
      tell();
    });
    ["pointerdown", "focusin"].forEach(function (touch) { element.addEventListener(touch, sendForDash); });
    element.classList.add("is-live");
    return {
      listen: function (setView) { ask = setView; tell(); },
      answered: answered,
      linked: function () { return linked; },
    };
  }

  var asked = false;
  function sendForDash() {
    if (asked || !config.dash) { return; }
    asked = true;
    var script = document.createElement("script");
    script.src = config.dash;
    script.onerror = function () { asked = false; document.getElementById("trouble").hidden = false; };
    document.head.appendChild(script);
  }

  var choices = config.layout.find(function (island) { return island.type === "Choices"; });
  var forms = {};
  if (choices && config.dash) {
    forms[choices.props.id] = form(document.getElementById(choices.props.id));
    window.addEventListener("load", function () {
      var rest = window.requestIdleCallback || function (act) { setTimeout(act, 200); };
      if (!slowLink()) { setTimeout(function () { rest(sendForDash, { timeout: 5000 }); }, 1500); }
    });
  }

  window.islands = { config: config, charts: charts, forms: forms };
})();
