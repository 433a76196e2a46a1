/* The React halves of dashboard.components.islands: they carry what Dash brings to what 1-islands.js made.
 *
 * Dash asks for its layout and its callbacks by fetch; both are already in the page, so the two requests are
 * answered from there.
 */
(function () {
  "use strict";

  var React = window.React;
  var page = window.islands;
  var prepared = { "_dash-layout": page.config.layout, "_dash-dependencies": page.config.dependencies };
  var askServer = window.fetch;

  /* Answers by question: who goes to and fro between views asks the server once for each way. */
  var answers = new Map();
  var MOST = 60;

  window.fetch = function (address, options) {
    var name = String(address).split("?")[0].split("/").pop();
    if (prepared[name]) { return Promise.resolve(answer(JSON.stringify(prepared[name]))); }
    var question = options && options.body;
    if (answers.has(question)) {
      var known = answer(answers.get(question));
      tellTrouble(known);
      whenDrawn(true);
      return Promise.resolve(known);
    }
    return askServer.apply(window, arguments).then(function (response) {
      tellTrouble(response);
      response.clone().text().then(function (text) {
        if (response.status === 200) { keep(question, text); }
        whenDrawn(response.ok);
      }, function () { whenDrawn(response.ok); });
      return response;
    }, function (error) {
      tellTrouble({ ok: false });
      tellForms(false);
      throw error;
    });
  };

  function answer(text) {
    return new Response(text, { headers: { "Content-Type": "application/json" } });
  }

  function keep(question, text) {
    answers.set(question, text);
    if (answers.size > MOST) { answers.delete(answers.keys().next().value); }
  }

  /* Dash draws an answer just after it has read it whole: only then may the form ask again. */
  function whenDrawn(well) {
    setTimeout(function () { tellForms(well); }, 50);
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
    useChanges(props.figure, function () { page.charts[props.id].show(props.figure); });
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
      document.dispatchEvent(new CustomEvent("contentchange"));
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
