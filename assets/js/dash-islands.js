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

  window.fetch = function (address) {
    var name = String(address).split("?")[0].split("/").pop();
    if (prepared[name]) {
      var body = new Response(JSON.stringify(prepared[name]), { headers: { "Content-Type": "application/json" } });
      return Promise.resolve(body);
    }
    return askServer.apply(window, arguments).then(function (response) {
      tellTrouble(response);
      /* Dash draws an answer just after it has read it whole: only then may the form ask again. */
      var done = function () { setTimeout(function () { tellForms(response.ok); }, 50); };
      response.clone().text().then(done, done);
      return response;
    }, function (error) {
      tellTrouble({ ok: false });
      tellForms(false);
      throw error;
    });
  };

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

  function Fragment(props) {
    useChanges(props.html, function () {
      document.getElementById(props.id).innerHTML = props.html;
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
