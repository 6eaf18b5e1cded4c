// The board's keyboard, the panel and the menu. Without this file every mark and every date is an
// ordinary link.
"use strict";

(() => {
  const board = document.querySelector("table.board");
  const panel = document.getElementById("panel");
  const readout = document.getElementById("readout");

  // The dates and everybody's cells, row by row; headings of platoons are no rows of the grid.
  function rowsOf(table) {
    return [...table.querySelectorAll("tr.dates, tbody tr:not(.platoon), tfoot tr:not(.platoon)")];
  }

  function focusTarget(cell) {
    return cell.querySelector("a") || cell;
  }

  function wordsOf(cell) {
    const named = cell.querySelector("[aria-label]") || cell;
    const aside = cell.querySelector(".aside");
    return named.getAttribute("aria-label") || (aside ? aside.textContent : "");
  }

  function enter(cell) {
    const target = focusTarget(cell);
    for (const old of board.querySelectorAll("[tabindex='0']")) old.tabIndex = -1;
    target.tabIndex = 0;
    target.focus();
    target.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  }

  // The date that the address asks for, where it asks for one.
  function askedDate() {
    const found = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return found && found.closest(".dates") ? found : null;
  }

  // The first date of the week that the date is in, as far as the board has it.
  function weekOf(date) {
    const first = board.querySelector(".dates th:not(.name)");
    let found = date;
    while (found !== first && !found.classList.contains("monday")) found = found.previousElementSibling;
    return found;
  }

  // The date's column beside the names. Nothing moves up or down, the page's head stays in sight.
  function bringBeside(date, behavior) {
    if (!date) return;
    const frame = board.parentElement;
    const names = board.querySelector(".dates .name").getBoundingClientRect();
    const left = frame.scrollLeft + date.getBoundingClientRect().left - names.right;
    frame.scrollTo({ left, behavior: behavior || "auto" });
    for (const link of document.querySelectorAll(".weeks a")) {
      if (link.hash === "#" + date.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  // The next cell like `selector`, after this one in reading order, and round again.
  function next(cell, selector, back) {
    const found = [...board.querySelectorAll(selector)];
    if (back) found.reverse();
    const side = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
    return found.find((one) => cell.compareDocumentPosition(one) & side) || found[0];
  }

  function move(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const cell = event.target.closest("td, th");
    const row = cell && cell.closest("tr");
    const rows = rowsOf(board);
    let y = rows.indexOf(row);
    if (y < 0) return;
    let x = cell.cellIndex;
    const last = row.cells.length - 1;
    let target = null;
    switch (event.key) {
      case "ArrowRight": x = Math.min(x + 1, last); break;
      case "ArrowLeft": x = Math.max(x - 1, 0); break;
      case "ArrowDown": y = Math.min(y + 1, rows.length - 1); break;
      case "ArrowUp": y = Math.max(y - 1, 0); break;
      case "Home": x = 0; break;
      case "End": x = last; break;
      case "PageDown": x = Math.min(x + 7, last); break;
      case "PageUp": x = Math.max(x - 7, 0); break;
      case "f": case "F": target = next(cell, "td.marked", event.shiftKey); break;
      case "s": case "S": target = next(cell, "td.short", event.shiftKey); break;
      case "t": case "T": target = row.querySelector(".today"); break;
      default: return;
    }
    event.preventDefault();
    if (/^[fst]$/i.test(event.key) && !target) return;
    enter(target || rows[y].cells[x]);
  }

  if (board) {
    board.setAttribute("role", "grid");
    for (const link of board.querySelectorAll("a")) link.tabIndex = -1;
    for (const cell of board.querySelectorAll("td, .dates th")) {
      if (!cell.querySelector("a")) cell.tabIndex = -1;
    }
    const start = board.querySelector("tbody tr:not(.platoon) > .name") || rowsOf(board)[0].cells[0];
    focusTarget(start).tabIndex = 0;
    board.addEventListener("keydown", move);
    board.addEventListener("click", (event) => {
      const cell = event.target.closest("td, th");
      if (cell && !cell.closest(".platoon, .months") && !event.target.closest("a")) enter(cell);
    });
    board.addEventListener("focusin", (event) => {
      const cell = event.target.closest("td, th");
      if (cell) readout.textContent = wordsOf(cell);
    });
    // The words that are read out are the ones a mouse is shown.
    board.addEventListener("mouseover", (event) => {
      const cell = event.target.closest("td, .dates th");
      if (cell && !cell.title) cell.title = wordsOf(cell);
    });
    const weeks = document.querySelector(".weeks");
    weeks.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.replaceState(null, "", link.hash);
      bringBeside(document.querySelector(link.hash));
    });
    addEventListener("hashchange", () => bringBeside(askedDate()));
    // The browser looks for the address's date itself once all is there, and stops beside it.
    addEventListener("load", () => bringBeside(askedDate(), "instant"));
    const today = board.querySelector(".dates .today");
    const begin = askedDate() || (today && weekOf(today));
    if (begin) bringBeside(begin, "instant");
  }

  if (panel) {
    let opener = null;
    document.body.addEventListener("htmx:beforeRequest", (event) => {
      if (!panel.open) opener = event.detail.elt;
    });
    document.body.addEventListener("htmx:afterSwap", (event) => {
      if (event.detail.target.id !== "panel-body") return;
      if (panel.open) panel.focus(); // what had the focus is gone with what it stood in
      else panel.showModal();
      panel.scrollTop = 0;
    });
    // Where the panel cannot be had, the link leads to the page.
    for (const failed of ["htmx:responseError", "htmx:sendError"]) {
      document.body.addEventListener(failed, (event) => { location.assign(event.detail.elt.href); });
    }
    panel.addEventListener("close", () => { if (opener) opener.focus(); });
    panel.addEventListener("click", (event) => { if (event.target === panel) panel.close(); });
  }

  // A page that the browser kept whole is asked for again: somebody may have signed out since.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  const menu = document.querySelector("details.account");
  if (menu) {
    document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.open) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
  }
})();
