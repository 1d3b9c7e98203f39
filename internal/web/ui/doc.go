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
// The package knows no feature. It leaves routes, queries and sessions to the
// faces (portal, workbench, admin) and sentences about refusals to message.
//
// Provisions carried out: the page metadata and footer facts of the Guidelines
// for the Development of Government Websites (State Council General Office,
// 2017 No. 47) and the column order of the platform notice (2019 No. 61).
package ui
