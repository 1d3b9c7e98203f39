package message

var accessSentences = map[string]entry{
	"forbidden":         {"您没有做这项操作的权限。", "如工作需要，请联系本机关系统管理员授予相应角色。"},
	"login-failed":      {"用户名或者密码不对。", "请检查大小写后再试；忘记密码请联系系统管理员重置。"},
	"login-locked":      {"连续输错次数过多，账号暂时锁定，{minutes}分钟后可以再试。", "急需使用请联系系统管理员解锁。"},
	"login-taken":       {"用户名“{login}”已经有人使用。", "请换一个用户名，如在后面加上单位简称。"},
	"password-length":   {"密码要有{shortest}到{longest}个字符。", "可以用几个不相干的词连成一句，好记又不易猜中。"},
	"person-incomplete": {"用户名和姓名都要填写。", "请补全后再保存。"},
	"session-expired":   {"登录时间已过，需要重新登录。", "登录后回到原页面，已填写的内容仍会保留。"},
	"self-review":       {"自己经办的内容不能由自己审核。", "请交由其他有审核权限的同事办理。"},
}
