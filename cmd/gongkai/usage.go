package main

import "regexp"

// complaints are what the argument parser says, and how we say it.
var complaints = []struct {
	says *regexp.Regexp
	we   string
}{
	{regexp.MustCompile(`^missing flags?: (.*)$`), "缺少选项 $1"},
	{regexp.MustCompile(`^unexpected argument (.*?)(, did you mean (.*)\?)?$`), "不认识“$1”"},
	{regexp.MustCompile(`^unknown flag (.*?)(, did you mean (.*)\?)?$`), "没有选项 $1"},
	{regexp.MustCompile(`^expected one of (.*)$`), "还要写明做什么，可以是 $1"},
	{regexp.MustCompile(`^expected "(.*)"$`), "还缺少 $1"},
	{regexp.MustCompile(`^(--[a-z-]+) must be one of (.*) but got (.*)$`), "选项 $1 只能是 $2，现在是 $3"},
	{regexp.MustCompile(`^(--[a-z-]+): expected (?:a valid )?.*?(?:int|integer).* but got (.*)$`), "选项 $1 应是整数，现在是 $2"},
	{regexp.MustCompile(`^<?([a-z]+)>?: expected .*?int.* but got (.*)$`), "$1 应是整数，现在是 $2"},
	{regexp.MustCompile(`^(--[a-z-]+): expected (.*)$`), "选项 $1 后面要写它的值"},
}

// inChinese says a complaint about arguments in Chinese; one it does not know goes
// out as it is.
func inChinese(complaint string) string {
	for _, c := range complaints {
		if c.says.MatchString(complaint) {
			return c.says.ReplaceAllString(complaint, c.we)
		}
	}
	return complaint
}
