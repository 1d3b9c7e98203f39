package organ

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/crypto/argon2"

	"gongkai/internal/fault"
)

// argon2id as RFC 9106 recommends for memory-constrained machines.
const (
	argonTime    = 3
	argonMemory  = 64 * 1024 // KiB
	argonThreads = 4
	saltLength   = 16
	keyLength    = 32
)

// hashing caps how many passwords are hashed at once: each takes 64 MiB, and a
// crowd at the login must not take the machine down.
var hashing = make(chan struct{}, max(2, runtime.NumCPU()))

// HashPassword returns the argon2id hash of a password in PHC form, with a salt of
// its own. It refuses a password that is too short.
func HashPassword(password string) (string, error) {
	if n := len([]rune(password)); n < ShortestPassword || n > longestPassword {
		return "", fault.Refuse(fault.Invalid, "password-length", "", "shortest", fmt.Sprint(ShortestPassword), "longest", fmt.Sprint(longestPassword))
	}
	salt := make([]byte, saltLength)
	_, err := rand.Read(salt)
	if err != nil {
		return "", fmt.Errorf("draw a salt: %w", err)
	}
	return encodeHash(salt, derive(password, salt, argonTime, argonMemory, argonThreads, keyLength)), nil
}

// ShortestPassword is the least number of characters of a password.
const ShortestPassword = 8

const longestPassword = 200

func derive(password string, salt []byte, time, memory uint32, threads uint8, length uint32) []byte {
	hashing <- struct{}{}
	defer func() { <-hashing }()
	return argon2.IDKey([]byte(password), salt, time, memory, threads, length)
}

func encodeHash(salt, key []byte) string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, argonMemory, argonTime, argonThreads,
		b64.EncodeToString(salt), b64.EncodeToString(key))
}

// errHash marks a stored hash that cannot be read.
var errHash = errors.New("unreadable password hash")

// MatchPassword reports whether the password has the hash. A hash that this
// package did not write, or that would cost more than a machine has, is an error.
func MatchPassword(hash, password string) (bool, error) {
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return false, errHash
	}
	var memory, time uint32
	var threads uint8
	_, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &memory, &time, &threads)
	if err != nil {
		return false, fmt.Errorf("%w: %w", errHash, err)
	}
	if memory > mostMemory || time < 1 || time > mostTime || threads < 1 {
		return false, fmt.Errorf("%w: costs %s", errHash, parts[3])
	}
	salt, err := base64.RawStdEncoding.DecodeString(parts[4])
	if err != nil {
		return false, fmt.Errorf("%w: %w", errHash, err)
	}
	key, err := base64.RawStdEncoding.DecodeString(parts[5])
	if err != nil {
		return false, fmt.Errorf("%w: %w", errHash, err)
	}
	if len(key) == 0 {
		return false, fmt.Errorf("%w: no key", errHash)
	}
	if len([]rune(password)) > longestPassword {
		return false, nil
	}
	return subtle.ConstantTimeCompare(key, derive(password, salt, time, memory, threads, uint32(len(key)))) == 1, nil
}

// The highest costs of a stored hash that are paid.
const (
	mostMemory = 1 << 20 // KiB
	mostTime   = 100
)
