/* The browser half of dashboard.components.islands: React components that take over elements of the page.
 *
 * The page is complete before this file runs. Dash asks for its layout and its callbacks by fetch; both are
 * already in the page, so the two requests are answered from there.
 */
(function () {
  "use strict";

  var React = window.React;

  /* ---- Dash's first two requests, answered from the page ---- */
  var config = JSON.parse(document.getElementById("page-config").textContent);
  var prepared = { "_dash-layout": config.layout, "_dash-dependencies": config.dependencies };
  var askServer = window.fetch;
  window.fetch = function (address, options) {
    var name = String(address).split("?")[0].split("/").pop();
    if (prepared[name]) {
      var body = new Response(JSON.stringify(prepared[name]), { headers: { "Content-Type": "application/json" } });
      return Promise.resolve(body);
    }
    return askServer.apply(window, arguments).then(tellTrouble, function (error) {
      tellTrouble({ ok: false });
      throw error;
    });
  };

  function tellTrouble(response) {
    var notice = document.getElementById("trouble");
    if (notice) { notice.hidden = response.ok; }
    return response;
  }

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
    return withColours({ data: figure.data, layout: layout });
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
    return askServer(config.outlines).then(function (answer) { return answer.json(); }).then(function (shapes) {
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

  function Chart(props) {
    var ready = React.useRef(false);
    var latest = React.useRef(props.figure);
    latest.current = props.figure;

    function draw() {
      var element = document.getElementById(props.id);
      return library(props.bundle || "plotly.js").then(function (Plotly) {
        var figure = drawn(latest.current);
        if (!ready.current) {
          var stage = document.createElement("div");
          stage.className = "chart-stage";
          element.appendChild(stage);
          return Plotly.newPlot(stage, figure.data, figure.layout, config.chart).then(function () {
            ready.current = true;
            element.classList.add("is-live");
            var still = element.querySelector(".chart-still");
            if (still) { still.setAttribute("aria-hidden", "true"); }
            stage.on("plotly_click", function (event) {
              var chosen = event.points[0].customdata;
              if (typeof chosen === "string" && chosen.indexOf("/") === 0) { window.location.href = chosen; }
            });
          });
        }
        return Plotly.react(element.querySelector(".chart-stage"), figure.data, figure.layout, config.chart);
      });
    }

    React.useEffect(function () {
      var element = document.getElementById(props.id);
      function repaint() { if (ready.current) { draw(); } }
      document.addEventListener("themechange", repaint);
      var leave = whenNear(element, function () {
        if (!slowLink()) { draw(); return; }
        var button = document.createElement("button");
        button.type = "button";
        button.className = "button chart-wake";
        button.textContent = config.words.wake;
        button.addEventListener("click", function () { button.remove(); draw(); });
        element.after(button);
      });
      return function () { leave(); document.removeEventListener("themechange", repaint); };
    }, []);

    React.useEffect(function () { if (ready.current) { draw(); } }, [props.figure]);
    return null;
  }

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

  function Choices(props) {
    React.useEffect(function () {
      var form = document.getElementById(props.id);
      var path = window.location.pathname;
      var before = queryOf(form);
      var waiting;
      function tell() {
        var query = queryOf(form);
        if (query === before) { return; }
        var address = path + (query ? "?" + query : "");
        window.history.replaceState(null, "", address);
        document.querySelectorAll("a[data-same-view]").forEach(function (link) {
          link.search = query;
        });
        props.setProps({ view: { path: path, query: query, before: before } });
        before = query;
      }
      function soon() { clearTimeout(waiting); waiting = setTimeout(tell, 250); }
      function now(event) { clearTimeout(waiting); if (event) { event.preventDefault(); } tell(); }
      form.addEventListener("change", tell);
      form.addEventListener("input", function (event) { if (event.target.type === "search") { soon(); } });
      form.addEventListener("submit", now);
      form.classList.add("is-live");
    }, []);
    return null;
  }

  function Fragment(props) {
    var first = React.useRef(true);
    React.useEffect(function () {
      if (first.current) { first.current = false; return; }
      document.getElementById(props.id).innerHTML = props.html;
      document.dispatchEvent(new CustomEvent("contentchange"));
    }, [props.html]);
    return null;
  }

  window.dashboard = { Chart: Chart, Choices: Choices, Fragment: Fragment };
})();
