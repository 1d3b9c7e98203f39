package checks

import (
	"strings"
	"testing"
)

func TestSimilarity(t *testing.T) {
	long := "青石镇在村务公开栏和便民服务大厅设立查阅点，由专人更新，逐条审核发布前的内容，回应群众关切，接受社会监督。" +
		"每季度组织一次业务培训，通报各办公室信息报送情况，对更新不及时的栏目逐项整改并跟踪落实。"
	other := "县水务局公布河道治理工程的招标结果和水质监测数据，开通热线解答用水户的提问，邀请代表参观自来水厂。" +
		"全年举办座谈活动征求意见，修订供水应急预案并解读新的水价政策，完善公开目录和工作规范流程。"
	for _, tt := range []struct {
		name, a, b string
		low, high  float64
		compared   bool
	}{
		{"the same", long, long, 1, 1, true},
		{"the same with another name", long, strings.ReplaceAll(long, "青石镇", "梅桥镇"), 1, 1, true},
		{"another text", long, other, 0, 0.1, true},
		{"half of it", long, long + other, 0.3, 0.7, true},
		{"too short", "有。", long, 0, 0, false},
		{"empty", "", "", 0, 0, false},
	} {
		got, compared := Similarity(tt.a, tt.b, "青石镇", "梅桥镇")
		if compared != tt.compared || got < tt.low || got > tt.high {
			t.Errorf("%s: Similarity = %.2f, %v, want %.2f to %.2f, %v", tt.name, got, compared, tt.low, tt.high, tt.compared)
		}
	}
}
