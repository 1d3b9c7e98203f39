// Package portal is the public face: the disclosure platform of each site and,
// on it, the platform of each organ with its guide (Art. 12), its rules
// (Art. 17), what must be disclosed (Art. 20, Art. 21), its annual reports
// (Art. 49, Art. 50) and how to ask for more (Art. 27, Art. 29). Every page
// works without a script and carries the metadata that government websites owe.
//
// One installation holds many sites. A request whose host is a site's own is
// answered from "/"; any other host finds every site under "/s/{site}/".
//
// The package reads: what is public is decided by the services it asks, and a
// record that is not yet published or was withdrawn is answered like one that
// never was. It leaves drawing to ui, files to the exports it is handed, and
// sign-in and every change to the workbench.
package portal
