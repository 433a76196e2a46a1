/* The map in the browser: links that set a choice, the place sheet, enlarging, pictures to take away.
 *
 * Without this file every link of the map still leads to the same view by its address.
 */
(function () {
  "use strict";

  var STEPS = [1, 1.6, 2.4, 3.6];
  var step = 0;
  var toFocus = null;

  /* ---- a link with data-set changes the form that holds those names ---- */
  function formWith(names) {
    return Array.prototype.find.call(document.forms, function (form) {
      return names.every(function (name) { return form.elements[name]; });
    });
  }

  function choose(link) {
    var asked = Array.from(new URLSearchParams(link.dataset.set));
    var form = formWith(asked.map(function (pair) { return pair[0]; }));
    if (!form) { return false; }
    asked.forEach(function (pair) { form.elements[pair[0]].value = pair[1]; });
    form.elements[asked[0][0]].dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-set]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
    var before = openPlace();
    if (!choose(link)) { return; }
    event.preventDefault();
    var place = new URLSearchParams(link.dataset.set).get("place");
    if (place === null) {
      toFocus = ['.map-legend [href="' + link.getAttribute("href") + '"]', ".map-legend .on", ".map-legend a"];
    } else {
      toFocus = place ? ["#map-panel-heading"] : ['.map-frame [data-place="' + before + '"]', 'select[name="place"]'];
    }
  });

  function openPlace() {
    var heading = document.getElementById("map-panel-heading");
    return heading ? heading.dataset.place : "";
  }

  document.addEventListener("keydown", function (event) {
    var close = document.querySelector(".place-panel .close");
    if (event.key === "Escape" && close && close.closest(".map-panel")) { close.click(); }
  });

  /* The focus goes to the place that was opened and, when it is closed, back to where it was. */
  function settle() {
    var goal = (toFocus || []).map(function (part) { return document.querySelector(part); }).find(Boolean);
    toFocus = null;
    if (!goal) { return; }
    goal.focus({ preventScroll: true });
    var panel = goal.closest(".map-panel");
    if (panel) { panel.scrollTop = 0; }
  }

  var settling;
  document.addEventListener("contentchange", function () {
    enlarge();
    clearTimeout(settling);
    settling = setTimeout(settle, 0); // when all parts of the page have changed
  });

  /* ---- enlarging: the picture grows within a frame that scrolls by itself ---- */
  function enlarge() {
    document.querySelectorAll(".map-card .map-frame .map-picture").forEach(function (picture) {
      picture.style.setProperty("--zoom", STEPS[step]);
      picture.classList.toggle("is-large", step > 0);
    });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-zoom]");
    if (!button) { return; }
    var frame = button.closest(".map-box").querySelector(".map-frame");
    var middle = (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth;
    step = Math.min(STEPS.length - 1, Math.max(0, step + Number(button.dataset.zoom)));
    enlarge();
    frame.scrollLeft = middle * frame.scrollWidth - frame.clientWidth / 2;
  });

  /* ---- the picture as a file: it carries its heading, sentence, legend and source ---- */
  var KEPT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap",
    "opacity", "font-family", "font-size", "font-weight", "text-anchor", "paint-order", "dominant-baseline", "display"];

  function styled(source, copy) {
    var style = getComputedStyle(source);
    KEPT.forEach(function (name) { copy.style.setProperty(name, style.getPropertyValue(name)); });
    Array.prototype.forEach.call(source.children, function (child, index) { styled(child, copy.children[index]); });
  }

  function shapesOf(picture) {
    var files = {};
    picture.querySelectorAll("use").forEach(function (use) { files[use.getAttribute("href").split("#")[0]] = null; });
    return Promise.all(Object.keys(files).map(function (address) {
      return fetch(address).then(function (answer) { return answer.text(); }).then(function (text) {
        files[address] = new DOMParser().parseFromString(text, "image/svg+xml");
      });
    })).then(function () { return files; });
  }

  function text(words, y, size, weight) {
    var node = document.createElementNS("http://www.w3.org/2000/svg", "text");
    node.setAttribute("x", 20);
    node.setAttribute("y", y);
    node.setAttribute("style", "font: " + weight + " " + size + "px sans-serif; fill: " + getComputedStyle(document.body).color);
    node.textContent = words;
    return node;
  }

  function lines(words, most) {
    return words.split(/\s+/).reduce(function (all, word) {
      var last = all[all.length - 1];
      if (last && (last + " " + word).length <= most) { all[all.length - 1] = last + " " + word; } else { all.push(word); }
      return all;
    }, []);
  }

  function said(card, part) {
    var node = card.querySelector(part);
    return node ? node.textContent.trim() : "";
  }

  /* Swatches and names in as many rows as the width needs; gives the number of rows. */
  function drawLegend(card, svg, top, width) {
    var x = 20;
    var row = 0;
    card.querySelectorAll(".map-legend li").forEach(function (item) {
      var parts = Array.prototype.map.call(item.querySelectorAll("span"), function (part) { return part.textContent.trim(); });
      var words = parts[1] + " (" + parts[2] + ")";
      var long = 60 + words.length * 10;
      if (x + long > width) { x = 20; row += 1; }
      var swatch = item.querySelector(".swatch");
      var square = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      var hatched = swatch.classList.contains("is-uncovered");
      var fill = hatched ? "url(#map-hatch)" : getComputedStyle(swatch).backgroundColor;
      Object.entries({ x: x, y: top + row * 30 - 18, width: 22, height: 22, stroke: getComputedStyle(swatch).borderTopColor, fill: fill })
        .forEach(function (pair) { square.setAttribute(pair[0], pair[1]); });
      if (swatch.classList.contains("is-filtered")) { square.setAttribute("stroke-dasharray", "3 3"); }
      var name = text(words, top + row * 30, 18, 400);
      name.setAttribute("x", x + 32);
      svg.appendChild(square);
      svg.appendChild(name);
      x += long;
    });
    return row + 1;
  }

  function whole(card, picture, files) {
    var box = picture.viewBox.baseVal;
    var copy = picture.cloneNode(true);
    styled(picture, copy);
    copy.querySelectorAll("use").forEach(function (use) {
      var parts = use.getAttribute("href").split("#");
      var shape = files[parts[0]].getElementById(parts[1]).cloneNode(true);
      shape.removeAttribute("id");
      shape.setAttribute("style", use.getAttribute("style"));
      if (use.getAttribute("fill")) { shape.style.setProperty("fill", use.getAttribute("fill")); }
      use.replaceWith(shape);
    });
    var above = [[said(card, "h2"), 34, 700]].concat(lines(said(card, ".finding"), 80).map(function (line) { return [line, 22, 400]; }));
    var below = lines(said(card, ".card-foot .source") + " · " + location.href, 100).concat(lines(said(card, ".disclaimer"), 100), lines(said(card, ".credit"), 100));
    var top = 20 + above.length * 40;
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    var legend = drawLegend(card, svg, top + box.height + 30, box.width);
    var height = top + box.height + 30 + legend * 30 + below.length * 26;
    svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    svg.setAttribute("viewBox", "0 0 " + box.width + " " + height);
    svg.setAttribute("width", box.width);
    svg.setAttribute("height", height);
    svg.style.background = getComputedStyle(document.documentElement).backgroundColor;
    above.forEach(function (line, index) { svg.appendChild(text(line[0], 44 + index * 38, line[1], line[2])); });
    copy.setAttribute("y", top);
    copy.setAttribute("width", box.width);
    copy.setAttribute("height", box.height);
    svg.appendChild(copy);
    below.forEach(function (line, index) { svg.appendChild(text(line, top + box.height + 24 + legend * 30 + index * 26, 18, 400)); });
    return svg;
  }

  function save(address, name) {
    var link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
  }

  function asPng(source, svg, name) {
    var image = new Image();
    image.onload = function () {
      var canvas = document.createElement("canvas");
      canvas.width = 2 * svg.getAttribute("width");
      canvas.height = 2 * svg.getAttribute("height");
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      save(canvas.toDataURL("image/png"), name);
    };
    image.src = source;
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest('[data-tool="png"], [data-tool="svg"]');
    var card = button && document.getElementById(button.dataset.card);
    var picture = card && card.querySelector(".map-frame .map-picture");
    if (!picture) { return; }
    event.stopImmediatePropagation(); // the picture is the map itself, not the interactive one
    shapesOf(picture).then(function (files) {
      var svg = whole(card, picture, files);
      var source = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(svg));
      var name = card.id + "." + button.dataset.tool;
      if (button.dataset.tool === "svg") { save(source, name); } else { asPng(source, svg, name); }
    });
  }, true);
})();
