//go:build unix

package main

import "syscall"

// peakMiB is the most memory the process has held, by the operating system's
// account; 0 when it does not say.
func peakMiB() float64 {
	var usage syscall.Rusage
	err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	if err != nil {
		return 0
	}
	return float64(usage.Maxrss) / 1024 // Linux counts in KiB
}
