// Package ui is the frame that every HTML page of the product stands in: the
// public portal and the staff workbench, their stylesheet and script, and the
// components pages are put together from (lists, forms, statutory tables,
// charts, findings).
//
// A page is a struct that embeds PortalFrame or WorkFrame and carries what it
// shows; Renderer.Page draws it. Templates compose and do not decide: dates,
// labels and permissions arrive computed. Everything works without JavaScript,
// at 360 px, at twice the text size and with a keyboard only.
//
// A page template may call these parts, each with the value named: list (List),
// form and filter (Form), field (Field), errors (Form), token (string), pager
// (Pager), empty (Empty), badge (Badge), definitions (Definitions), statutory
// (Sheet), article (Article), prose (Prose), chart (Chart), steps (Steps),
// progress (Progress), findings (Findings), figures ([]Figure), panel (Panel),
// doors ([]Door), notices ([]Notice) and print (nothing); and the functions
// asset, date, minute, bytes, yuan, wanyuan, lines and join. A page begins with
// <div class="g-head"><h1>…</h1><p>…</p></div>; g-sec heads a section, g-grid sets
// panels side by side, g-btn and g-btn is-quiet draw a link as a button.
//
// The package knows no feature. It leaves routes, queries and sessions to the
// faces (portal, workbench, admin) and sentences about refusals to message.
//
// Provisions carried out: the page metadata and footer facts of the Guidelines
// for the Development of Government Websites (State Council General Office,
// 2017 No. 47) and the column order of the platform notice (2019 No. 61).
package ui
