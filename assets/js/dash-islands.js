/* The React halves of dashboard.components.islands: they carry what Dash brings to what 1-islands.js made.
 *
 * Dash asks for its layout and its callbacks by fetch; both are already in the page, so the two requests are
 * answered from there, and answers to the form are remembered. Every other request of the page is none of ours.
 */
(function () {
  "use strict";

  var React = window.React;
  var page = window.islands;
  var prepared = { "_dash-layout": page.config.layout, "_dash-dependencies": page.config.dependencies };
  var UPDATE = "_dash-update-component";
  var askServer = window.fetch;

  /* Answers by question: who goes to and fro between views asks the server once for each way. */
  var answers = new Map();
  var MOST = 60;

  window.fetch = function (address, options) {
    var name = typeof address === "string" ? address.split("?")[0].split("/").pop() : "";
    if (prepared[name]) { return Promise.resolve(answer(JSON.stringify(prepared[name]))); }
    if (name !== UPDATE) { return askServer.apply(window, arguments); }
    var known = answers.get(options.body);
    return known === undefined ? ask(address, options) : Promise.resolve(brought(answer(known), known));
  };

  function answer(text) {
    return new Response(text, { headers: { "Content-Type": "application/json" } });
  }

  /* Dash gets an answer once it is here whole: then it is known what will be drawn, before it is. */
  function ask(address, options) {
    return askServer.call(window, address, options).then(function (response) {
      return response.text().then(function (text) {
        if (response.status === 200) { keep(options.body, text); }
        return brought(new Response(text || null, response), text);
      });
    }).catch(function (error) {
      tellTrouble({ ok: false });
      tellForms(false);
      throw error;
    });
  }

  function keep(question, text) {
    answers.set(question, text);
    if (answers.size > MOST) { answers.delete(answers.keys().next().value); }
  }

  /* ---- an answer is drawn when the last island that it changes has said so ---- */
  var awaited = new Set();

  function brought(response, text) {
    tellTrouble(response);
    awaited = new Set(response.status === 200 ? Object.keys(JSON.parse(text).response) : []);
    if (!awaited.size) { tellForms(response.ok); }
    return response;
  }

  function drawn(id) {
    if (!awaited.delete(id) || awaited.size) { return; }
    document.dispatchEvent(new CustomEvent("contentchange"));
    tellForms(true);
  }

  function tellForms(well) {
    Object.keys(page.forms).forEach(function (id) { page.forms[id].answered(well); });
  }

  function tellTrouble(response) {
    var notice = document.getElementById("trouble");
    if (notice) { notice.hidden = response.ok; }
    return response;
  }

  /* Calls back with each value but the first, which the page shows already. */
  function useChanges(value, act) {
    var first = React.useRef(true);
    React.useEffect(function () {
      if (first.current) { first.current = false; } else { act(); }
    }, [value]);
  }

  function Chart(props) {
    useChanges(props.figure, function () {
      page.charts[props.id].show(props.figure);
      drawn(props.id);
    });
    return null;
  }

  /* A box of the form that stands in the piece keeps its tick, which may be newer than the answer, and the focus. */
  function replace(element, html) {
    var before = boxesIn(element);
    var focused = document.activeElement;
    element.innerHTML = html;
    boxesIn(element).forEach(function (box, name) {
      var old = before.get(name);
      if (!old) { return; }
      box.checked = old.checked;
      if (old === focused) { box.focus({ preventScroll: true }); }
    });
  }

  function boxesIn(element) {
    var boxes = new Map();
    element.querySelectorAll("input[name]").forEach(function (box) { boxes.set(box.name + "=" + box.value, box); });
    return boxes;
  }

  function Fragment(props) {
    useChanges(props.html, function () {
      replace(document.getElementById(props.id), props.html);
      drawn(props.id);
    });
    return null;
  }

  function Choices(props) {
    React.useEffect(function () {
      page.forms[props.id].listen(function (view) { props.setProps({ view: view }); });
    }, []);
    return null;
  }

  window.dashboard = { Chart: Chart, Choices: Choices, Fragment: Fragment };
})();
