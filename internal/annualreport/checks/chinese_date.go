package checks

import (
	"strconv"

	"gongkai/law/workday"
)

// chineseDate writes a civil date as 2025年1月31日; what is no date stays as it is.
func chineseDate(date string) string {
	d, err := workday.ParseDate(date)
	if err != nil {
		return date
	}
	t := d.Time()
	return strconv.Itoa(t.Year()) + "年" + strconv.Itoa(int(t.Month())) + "月" + strconv.Itoa(t.Day()) + "日"
}
