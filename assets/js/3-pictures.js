/* A chart taken away: as a picture that stands alone in a slide, or over the whole screen for a projector. */
(function () {
  "use strict";

  var WIDTH = 1280;
  var EDGE = 24;
  var LETTERS = 145; // on a line of the picture
  var SAID = 21;     // height of a line above the chart
  var CITED = 17;    // height of a line below it
  var MARKS = { bar: "■", dot: "●", ring: "○", diamond: "◆", small: "•", upright: "┆", line: "━" };

  function texts(card, part) {
    return Array.prototype.map.call(card.querySelectorAll(part), function (node) { return node.textContent.trim(); });
  }

  function wrapped(text) {
    return text.split(" ").reduce(function (lines, word) {
      var last = lines[lines.length - 1];
      if (last && last.length + word.length < LETTERS) { lines[lines.length - 1] = last + " " + word; } else { lines.push(word); }
      return lines;
    }, []);
  }

  function wrappedAll(parts) {
    return parts.filter(Boolean).reduce(function (lines, text) { return lines.concat(wrapped(text)); }, []);
  }

  /* The marks of the legend as letters in their colours. */
  function legend(card) {
    return Array.prototype.map.call(card.querySelectorAll(".legend li"), function (entry) {
      var key = entry.querySelector(".key");
      var shape = Object.keys(MARKS).find(function (name) { return key.classList.contains(name); });
      var colour = getComputedStyle(key).getPropertyValue("--key").trim();
      return '<span style="color:' + colour + '">' + MARKS[shape || "bar"] + "</span> " + entry.textContent.trim();
    }).join("      ");
  }

  function note(text, size, shift, side, left) {
    return {
      text: text, align: "left", showarrow: false, xref: "paper", yref: "paper", font: { size: size },
      x: 0, xanchor: "left", xshift: EDGE - left, y: side === "top" ? 1 : 0,
      yanchor: side === "top" ? "bottom" : "top", yshift: shift
    };
  }

  /* Heading, unit, sentences and legend above the chart; its source and its address below. */
  function titled(card, stage) {
    var said = wrappedAll(texts(card, ".subtitle").concat(texts(card, ".finding > p, p.finding"))).concat(legend(card) || []);
    var cited = wrappedAll(texts(card, ".breaks li, .card-foot .source").concat(location.href.split("#")[0]));
    var margin = stage.layout.margin;
    var top = 64 + SAID * said.length;
    var foot = CITED * cited.length + 16;
    var layout = Object.assign({}, stage.layout);
    layout.height = stage.layout.height + top + foot;
    layout.margin = Object.assign({}, margin, { t: margin.t + top, b: margin.b + foot });
    layout.title = {
      text: "<b>" + card.querySelector("h2").textContent + "</b>", font: { size: 22 },
      x: EDGE / WIDTH, xanchor: "left", y: 1 - 20 / layout.height, yanchor: "top"
    };
    layout.annotations = (layout.annotations || []).concat(
      note(said.join("<br>"), 15, margin.t + 4, "top", margin.l),
      note(cited.join("<br>"), 12, -margin.b - 4, "foot", margin.l)
    );
    return { data: stage.data, layout: layout };
  }

  function picture(card, format) {
    var stage = card.querySelector(".chart-stage");
    if (!stage || !window.Plotly) { return; }
    var whole = titled(card, stage);
    var options = { format: format, width: WIDTH, height: whole.layout.height, scale: format === "png" ? 2 : 1 };
    window.Plotly.toImage(whole, options).then(function (address) {
      var link = document.createElement("a");
      var file = card.querySelector(".tools a[download]");
      link.href = address;
      link.download = (file ? file.pathname.split("/").pop().split(".")[0] : card.id) + "." + format;
      link.click();
    });
  }

  /* ---- full screen: the chart fills what its heading leaves, with letters to be read from afar ---- */
  function times(part, names, factor) {
    var grown = Object.assign({}, part);
    names.forEach(function (name) { if (typeof grown[name] === "number") { grown[name] *= factor; } });
    return grown;
  }

  function enlarged(figure, factor, height) {
    var layout = Object.assign({}, figure.layout, { height: height });
    layout.font = times(layout.font, ["size"], factor);
    layout.margin = times(layout.margin, ["l", "r", "t", "b"], factor);
    layout.annotations = (layout.annotations || []).map(function (one) {
      var grown = times(one, ["xshift", "yshift"], factor);
      grown.font = times(one.font, ["size"], factor);
      return grown;
    });
    var data = figure.data.map(function (trace) {
      var grown = Object.assign({}, trace);
      if (trace.marker) { grown.marker = times(trace.marker, ["size"], factor); }
      if (trace.line) { grown.line = times(trace.line, ["width"], factor); }
      return grown;
    });
    return { data: data, layout: layout };
  }

  var screened = null; // the chart on the whole screen

  function fill(card) {
    var stage = card.querySelector(".chart-stage");
    if (!stage || !window.Plotly || !stage.layout.margin) { return; }
    var figure = { data: stage.data, layout: stage.layout };
    var room = stage.parentNode.clientHeight;
    var own = stage.layout.height;
    var factor = Math.max(0.85, Math.min(window.innerWidth / 1100, room / own, 2.2));
    var large = enlarged(figure, factor, Math.max(Math.min(room, 4 * own), factor * own));
    screened = window.islands.charts[stage.parentNode.id];
    window.Plotly.react(stage, large.data, large.layout, window.islands.config.chart);
  }

  /* The button of the card on the whole screen says and does the opposite, also once the card is written anew. */
  function nameButtons() {
    document.querySelectorAll('[data-tool="full"]').forEach(function (button) {
      var full = Boolean(document.fullscreenElement);
      if (full === button.hasAttribute("data-full")) { return; }
      var name = button.textContent;
      button.textContent = button.dataset.other;
      button.dataset.other = name;
      button.toggleAttribute("data-full", full);
    });
  }

  /* Phones that give the whole screen to films alone get no button for it. */
  if (!document.fullscreenEnabled) { document.documentElement.classList.add("windowed"); }
  document.addEventListener("contentchange", nameButtons);

  document.addEventListener("fullscreenchange", function () {
    nameButtons();
    var card = document.fullscreenElement;
    if (screened) { screened.redraw(); screened = null; }
    if (card && card.matches(".card:not(.map-card)")) { fill(card); }
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest('[data-tool="png"], [data-tool="svg"], [data-tool="full"]');
    if (!button) { return; }
    var card = document.getElementById(button.dataset.card);
    if (button.dataset.tool !== "full") { picture(card, button.dataset.tool); return; }
    if (document.fullscreenElement) { document.exitFullscreen(); } else { card.requestFullscreen(); }
  });
})();
