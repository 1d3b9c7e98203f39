package message

var accessSentences = map[string]entry{
	"forbidden":       {"您没有做这项操作的权限。", "如工作需要，请联系本机关系统管理员授予相应角色。"},
	"login-failed":    {"用户名或者密码不对。", "请检查大小写后再试；忘记密码请联系系统管理员重置。"},
	"login-locked":    {"连续输错次数过多，账号暂时锁定，{until}之后可以再试。", "急需使用请联系系统管理员解锁。"},
	"session-expired": {"登录时间已过，需要重新登录。", "登录后回到原页面，已填写的内容仍会保留。"},
	"self-review":     {"自己经办的内容不能由自己审核。", "请交由其他有审核权限的同事办理。"},
}
