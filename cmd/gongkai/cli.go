package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"gongkai/internal/fault"
	"gongkai/internal/message"
)

// Exit statuses.
const (
	exitDone    = 0
	exitRefused = 1 // refused, failed, or findings of severity E
	exitUsage   = 2
)

// commands is the whole command line.
type commands struct {
	Data   string `help:"数据目录（SQLite）。" default:"${data}" placeholder:"DIR" env:"GONGKAI_DATA"`
	DB     string `name:"db" help:"PostgreSQL 地址，例如 postgres://…；给出时不用数据目录。" placeholder:"URL" env:"GONGKAI_DB"`
	Format string `help:"输出格式：text 或 json；report read 还有 xlsx 和 html。" enum:"text,json,xlsx,html" default:"text"`

	Demo     demoCmd     `cmd:"" help:"建立演示数据并启动网站。"`
	Init     initCmd     `cmd:"" help:"新建一个站点及其机关。"`
	Serve    serveCmd    `cmd:"" help:"启动网站。"`
	Migrate  migrateCmd  `cmd:"" help:"升级数据库结构。"`
	User     userCmd     `cmd:"" help:"人员账号。"`
	Organ    organCmd    `cmd:"" help:"机关。"`
	Calendar calendarCmd `cmd:"" help:"工作日和期限。"`
	Fee      feeCmd      `cmd:"" help:"信息处理费。"`
	Import   importCmd   `cmd:"" help:"导入登记簿。"`
	Bench    benchCmd    `cmd:"" help:"测量。"`
	Report   reportCmd   `cmd:"" help:"政府信息公开工作年度报告。"`
}

// console is what a command prints to.
type console struct {
	ctx    context.Context
	out    io.Writer
	err    io.Writer
	format string
	data   string
	db     string
	now    func() time.Time
}

// json reports whether the result is wanted as JSON.
func (c *console) json() bool { return c.format == "json" }

// print writes a line of text.
func (c *console) print(format string, args ...any) { fmt.Fprintf(c.out, format+"\n", args...) }

// errFindings ends a command whose result holds findings of severity E; they have
// been printed.
var errFindings = errors.New("findings of severity E")

// run is main as a function: tests start it with their own arguments and output.
func run(ctx context.Context, args []string, out, errOut io.Writer) int {
	var cmds commands
	exit := -1
	parser, err := kong.New(&cmds, kong.Name("gongkai"), kong.Description("政府信息公开系统。"),
		kong.Writers(out, errOut), kong.Exit(func(code int) { exit = code }), kong.UsageOnError(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}), kong.Vars{"data": defaultData()})
	if err != nil {
		fmt.Fprintln(errOut, err)
		return exitUsage
	}
	parsed, err := parser.Parse(args)
	if exit >= 0 { // --help was printed
		return exit
	}
	if err != nil {
		fmt.Fprintf(errOut, "用法不对：%s。请运行 gongkai --help 查看用法。\n", inChinese(err.Error()))
		return exitUsage
	}
	result := &output{to: out}
	c := &console{ctx: ctx, out: result, err: errOut, format: cmds.Format, data: cmds.Data, db: cmds.DB, now: time.Now}
	if c.db != "" && !strings.HasPrefix(c.db, "postgres://") && !strings.HasPrefix(c.db, "postgresql://") {
		return report(c, usage("--db 后面应是 postgres:// 开头的地址，现在是“%s”。用 SQLite 请改用 --data。", c.db))
	}
	if (c.format == formatXLSX || c.format == formatHTML) && !strings.HasPrefix(parsed.Command(), "report read ") {
		return report(c, usage("只有 report read 能输出 %s，这里的 --format 请用 text 或 json。", c.format))
	}
	err = parsed.Run(c)
	if err == nil && result.err != nil {
		err = fmt.Errorf("结果没有写完: %w", result.err)
	}
	return report(c, err)
}

// usageError is a wrong argument that only the command itself can see.
type usageError struct{ sentence string }

func (e usageError) Error() string { return e.sentence }

func usage(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// report says in one sentence what went wrong and picks the exit status.
func report(c *console, err error) int {
	var wrong usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errFindings):
		return exitRefused
	case errors.As(err, &wrong):
		fmt.Fprintln(c.err, wrong.sentence)
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(c.err, "已中止，没有做完的改动都已撤销。")
		return exitRefused
	case fault.Kind(err) != nil:
		fmt.Fprintln(c.err, message.Of(err).String())
		return exitRefused
	}
	// Libraries write some errors on several lines; one sentence stays one line.
	fmt.Fprintf(c.err, "没有做成：%s。\n", strings.Join(strings.Fields(err.Error()), " "))
	return exitRefused
}

// defaultData is the data directory when none is named.
func defaultData() string {
	if dir := os.Getenv("GONGKAI_DATA"); dir != "" {
		return dir
	}
	return "data"
}
