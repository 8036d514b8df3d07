package editor_test

import (
	"testing"

	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
)

func options(t testing.TB) layout.Options {
	t.Helper()
	return layouttest.Options(t, &layout.Light)
}
