//go:build !linux

package storetest

// startCluster only knows the Debian packages; elsewhere set GONGKAI_TEST_POSTGRES.
func startCluster() (string, func() error, error) {
	return "", nil, errAbsent
}
