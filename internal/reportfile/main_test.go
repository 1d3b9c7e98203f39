package reportfile

import (
	"testing"

	"gongkai/internal/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }
