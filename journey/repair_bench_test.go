package journey_test

import (
	"testing"

	"throughline/journey"
	"throughline/journey/journeytest"
)

func BenchmarkRepair(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		p := journeytest.Generate(n)
		b.Run(itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				journey.Repair(p)
			}
		})
	}
}
