package sitecode

import "slices"

// province is one of the 34 regions of the first level. Its one-character names
// begin ICP and public-security record numbers. Some provinces have two; the
// first is the one their public-security numbers carry.
type province struct {
	name  string
	short []string
	icp   bool // the mainland registers ICP records there
}

// provinces are listed by the first two digits of their region codes (GB/T 2260).
var provinces = map[string]province{
	"11": {"北京市", []string{"京"}, true},
	"12": {"天津市", []string{"津"}, true},
	"13": {"河北省", []string{"冀"}, true},
	"14": {"山西省", []string{"晋"}, true},
	"15": {"内蒙古自治区", []string{"蒙"}, true},
	"21": {"辽宁省", []string{"辽"}, true},
	"22": {"吉林省", []string{"吉"}, true},
	"23": {"黑龙江省", []string{"黑"}, true},
	"31": {"上海市", []string{"沪"}, true},
	"32": {"江苏省", []string{"苏"}, true},
	"33": {"浙江省", []string{"浙"}, true},
	"34": {"安徽省", []string{"皖"}, true},
	"35": {"福建省", []string{"闽"}, true},
	"36": {"江西省", []string{"赣"}, true},
	"37": {"山东省", []string{"鲁"}, true},
	"41": {"河南省", []string{"豫"}, true},
	"42": {"湖北省", []string{"鄂"}, true},
	"43": {"湖南省", []string{"湘"}, true},
	"44": {"广东省", []string{"粤"}, true},
	"45": {"广西壮族自治区", []string{"桂"}, true},
	"46": {"海南省", []string{"琼"}, true},
	"50": {"重庆市", []string{"渝"}, true},
	"51": {"四川省", []string{"川", "蜀"}, true},
	"52": {"贵州省", []string{"贵", "黔"}, true},
	"53": {"云南省", []string{"滇", "云"}, true},
	"54": {"西藏自治区", []string{"藏"}, true},
	"61": {"陕西省", []string{"陕", "秦"}, true},
	"62": {"甘肃省", []string{"甘", "陇"}, true},
	"63": {"青海省", []string{"青"}, true},
	"64": {"宁夏回族自治区", []string{"宁"}, true},
	"65": {"新疆维吾尔自治区", []string{"新"}, true},
	"71": {"台湾省", []string{"台"}, false},
	"81": {"香港特别行政区", []string{"港"}, false},
	"82": {"澳门特别行政区", []string{"澳"}, false},
}

// provinceCode reports the first two digits of the province with a one-character
// name, empty when no province registering ICP records has it.
func provinceCode(short string) string {
	for code, p := range provinces {
		if p.icp && slices.Contains(p.short, short) {
			return code
		}
	}
	return ""
}
