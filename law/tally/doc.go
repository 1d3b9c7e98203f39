// Package tally holds the figures of the annual report on government
// information disclosure (政府信息公开工作年度报告): which cells each generation
// of the format has, what they are called, how they are printed in a table,
// and which equations have to hold between them.
//
// A cell is a number, an explicit blank, a mark for "not applicable", or
// unknown. Unknown is the zero value, and never counts as 0: a report whose
// tables were lost says nothing about how many requests there were.
//
// Where a norm leaves a choice, the package says which reading it takes, at
// the place it takes it.
//
// It leaves to others: counting the registers, the narrative chapters and the
// checks on them, the date limits, and drawing the tables.
//
// Provisions carried out: Art. 49 and Art. 50 (the report and its content);
// 国办公开办函〔2021〕30号 (format for report years from 2021); 国办公开办函〔2019〕60号
// (trial format, 2019 and 2020); 国办发〔2014〕32号 (statistics table, 2014 to
// 2018); Art. 32 of the Regulation of 2007 (narrative reports before that).
package tally
