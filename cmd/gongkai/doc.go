// Command gongkai is the government information disclosure system in one binary:
// the public portal, the staff workbench, and the tools for reports, registers,
// deadlines and fees. It wires the packages together and turns errors into one
// sentence and an exit status (0 done, 1 refused or findings of severity E, 2
// wrong usage); it decides nothing of its own.
package main
