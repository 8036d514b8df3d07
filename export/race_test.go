//go:build race

package export_test

func init() { raced = true }
