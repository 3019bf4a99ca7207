"use strict";
(function () {
  var table = document.getElementById("matrice");
  if (table) { classPage(table); } else { studentPage(); }

  function classPage(table) {
    var body = table.tBodies[0];
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    var search = document.getElementById("cherche");
    var found = document.getElementById("trouves");
    var collator = new Intl.Collator("fr", { numeric: true, sensitivity: "base" });

    function rows() { return Array.prototype.slice.call(body.rows); }

    function compare(a, b) {
      var x = Number(a), y = Number(b);
      return a !== "" && b !== "" && !isNaN(x) && !isNaN(y) ? x - y : collator.compare(a, b);
    }

    heads.forEach(function (head, column) {
      head.querySelector("button").addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        var sorted = rows().map(function (row, at) {
          return { row: row, at: at, key: row.cells[column].getAttribute("data-order") };
        });
        sorted.sort(function (a, b) { return (down ? -1 : 1) * compare(a.key, b.key) || a.at - b.at; });
        sorted.forEach(function (item) { body.appendChild(item.row); });
      });
    });

    function plain(text) {
      return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    }

    function text(row) {
      return plain([0, 1, 2, row.cells.length - 2].map(function (at) { return row.cells[at].textContent; }).join(" "));
    }

    function filter() {
      var words = plain(search.value).split(/\s+/).filter(Boolean);
      var shown = 0;
      rows().forEach(function (row) {
        var said = text(row);
        row.hidden = !words.every(function (word) { return said.indexOf(word) >= 0; });
        if (!row.hidden) { shown++; }
      });
      found.textContent = shown + " sur " + body.rows.length;
    }
    search.addEventListener("input", filter);

    document.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.altKey || event.metaKey) { return; }
      if (event.key === "/" && document.activeElement !== search) {
        event.preventDefault();
        search.focus();
        search.select();
      } else if (event.key === "Escape" && document.activeElement === search) {
        search.value = "";
        filter();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        move(event, event.key === "ArrowDown" ? 1 : -1);
      }
    });

    function move(event, step) {
      var here = document.activeElement;
      var links = rows().filter(function (row) { return !row.hidden; }).map(function (row) {
        return row.cells[0].querySelector("a");
      });
      var at = links.indexOf(here);
      if (at < 0 && here !== search) { return; }
      event.preventDefault();
      var next = at < 0 ? (step > 0 ? 0 : -1) : at + step;
      if (next >= 0 && next < links.length) { links[next].focus(); } else if (next < 0) { search.focus(); }
    }
  }

  function studentPage() {
    document.addEventListener("keydown", function (event) {
      var inside = document.activeElement && document.activeElement.closest(".scroll");
      if (event.ctrlKey || event.altKey || event.metaKey || inside) { return; }
      var rel = event.key === "ArrowLeft" ? "prev" : event.key === "ArrowRight" ? "next" : null;
      var link = rel && document.querySelector("a[rel=" + rel + "]");
      if (link) { link.click(); }
    });
  }
})();
