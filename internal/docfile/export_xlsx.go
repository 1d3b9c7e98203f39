package docfile

import (
	"io"

	"gongkai/internal/docfile/xlsx"
	"gongkai/internal/document"
)

// asXLSX is a workbook with a sheet for each table, numbers as numbers.
func asXLSX() document.Export {
	return document.Export{
		Name: "xlsx", Label: "Excel 工作簿", MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		Write: func(w io.Writer, d *document.Document, _ any) error { return xlsx.Write(w, d) },
	}
}
