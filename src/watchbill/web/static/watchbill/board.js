// The board's keyboard and the panel. Without this file every mark is an ordinary link.
"use strict";

(() => {
  const board = document.querySelector("table.board");
  const panel = document.getElementById("panel");

  function rowsOf(table) {
    return [...table.querySelectorAll("tbody tr:not(.platoon), tfoot tr:not(.platoon)")];
  }

  function focusTarget(cell) {
    return cell.querySelector("a") || cell;
  }

  function enter(cell) {
    const target = focusTarget(cell);
    for (const old of board.querySelectorAll("[tabindex='0']")) old.tabIndex = -1;
    target.tabIndex = 0;
    target.focus();
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function move(event) {
    const cell = event.target.closest("td, th");
    const row = cell && cell.closest("tr");
    if (!row || row.classList.contains("platoon")) return;
    const rows = rowsOf(board);
    let y = rows.indexOf(row);
    let x = cell.cellIndex;
    const last = row.cells.length - 1;
    switch (event.key) {
      case "ArrowRight": x = Math.min(x + 1, last); break;
      case "ArrowLeft": x = Math.max(x - 1, 0); break;
      case "ArrowDown": y = Math.min(y + 1, rows.length - 1); break;
      case "ArrowUp": y = Math.max(y - 1, 0); break;
      case "Home": x = 0; break;
      case "End": x = last; break;
      case "PageDown": x = Math.min(x + 7, last); break;
      case "PageUp": x = Math.max(x - 7, 0); break;
      default: return;
    }
    event.preventDefault();
    enter(rows[y].cells[x]);
  }

  if (board) {
    for (const link of board.querySelectorAll("a")) link.tabIndex = -1;
    const first = rowsOf(board)[0];
    if (first) focusTarget(first.cells[0]).tabIndex = 0;
    board.addEventListener("keydown", move);
    board.addEventListener("click", (event) => {
      const cell = event.target.closest("td, th");
      if (cell && !cell.closest(".platoon, thead") && !event.target.closest("a")) enter(cell);
    });
  }

  if (panel) {
    let opener = null;
    document.body.addEventListener("htmx:beforeRequest", (event) => { opener = event.detail.elt; });
    document.body.addEventListener("htmx:afterSwap", (event) => {
      if (event.detail.target.id === "panel-body" && !panel.open) panel.showModal();
    });
    // Where the panel cannot be had, the link leads to the page.
    for (const failed of ["htmx:responseError", "htmx:sendError"]) {
      document.body.addEventListener(failed, (event) => { location.assign(event.detail.elt.href); });
    }
    panel.addEventListener("close", () => { if (opener) opener.focus(); });
    panel.addEventListener("click", (event) => { if (event.target === panel) panel.close(); });
  }
})();
