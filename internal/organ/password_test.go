package organ_test

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/crypto/argon2"

	"gongkai/internal/organ"
)

// cheap is a hash that costs next to nothing: the costs stand in it.
func cheap(password string) string {
	salt := []byte("0123456789abcdef")
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=19$m=8,t=1,p=1$%s$%s", b64.EncodeToString(salt), b64.EncodeToString(argon2.IDKey([]byte(password), salt, 1, 8, 1, 32)))
}

func TestPasswordRoundTrip(t *testing.T) {
	first, err := organ.HashPassword("镜泊湖 correct horse")
	if err != nil {
		t.Fatal(err)
	}
	second, err := organ.HashPassword("镜泊湖 correct horse")
	if err != nil {
		t.Fatal(err)
	}
	if first == second || !strings.HasPrefix(first, "$argon2id$v=19$m=65536,t=3,p=4$") || strings.Contains(first, "correct") {
		t.Errorf("HashPassword = %s and %s, want two argon2id hashes with salts of their own", first, second)
	}
	for _, c := range []struct {
		password string
		want     bool
	}{{"镜泊湖 correct horse", true}, {"镜泊湖 Correct horse", false}, {"", false}} {
		got, err := organ.MatchPassword(first, c.password)
		if err != nil || got != c.want {
			t.Errorf("MatchPassword(%q) = %v, %v, want %v", c.password, got, err, c.want)
		}
	}
}

func TestPasswordLength(t *testing.T) {
	for password, want := range map[string]string{
		"": "password-length", "1234567": "password-length", "密码密码密码密": "password-length", strings.Repeat("长", 201): "password-length",
		"12345678": "", "密码密码密码密码": "",
	} {
		_, err := organ.HashPassword(password)
		code, _ := refusal(err)
		if code != want || want == "" && err != nil {
			t.Errorf("HashPassword(%.20q) = %v, want %q", password, err, want)
		}
	}
}

func TestUnreadableHash(t *testing.T) {
	good := cheap("demo-gongkai")
	if ok, err := organ.MatchPassword(good, "demo-gongkai"); !ok || err != nil {
		t.Fatalf("MatchPassword of a sound hash = %v, %v", ok, err)
	}
	if ok, err := organ.MatchPassword(good, strings.Repeat("x", 100_000)); ok || err != nil {
		t.Errorf("MatchPassword of a password beyond all length = %v, %v, want plain no", ok, err)
	}
	for _, hash := range []string{
		"", "x", "$", "$$$$$", "demo-gongkai", strings.Repeat("$", 50),
		"$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
		strings.Replace(good, "argon2id", "argon2i", 1), strings.Replace(good, "v=19", "v=16", 1),
		strings.Replace(good, "t=1", "t=0", 1), strings.Replace(good, "p=1", "p=0", 1), strings.Replace(good, "p=1", "p=256", 1),
		strings.Replace(good, "m=8", "m=4294967295", 1), strings.Replace(good, "t=1", "t=4294967295", 1), strings.Replace(good, "m=8", "m=-8", 1),
		strings.Replace(good, "m=8,t=1,p=1", "", 1), good[:strings.LastIndex(good, "$")+1], good[:len(good)-1] + "!",
		strings.Replace(good, "$MDEy", "$*DEy", 1), good + "$",
	} {
		ok, err := organ.MatchPassword(hash, "demo-gongkai")
		if ok || err == nil || !strings.Contains(err.Error(), "unreadable password hash") || strings.Contains(err.Error(), "%!") {
			t.Errorf("MatchPassword(%q) = %v, %v, want an error that says the hash is unreadable", hash, ok, err)
		}
	}
}
