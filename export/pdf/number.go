package pdf

import (
	"math"

	"throughline/export/number"
)

// centi is a length in hundredths of a unit. At 0.7 pt a unit the error is
// below 0.004 pt.
func centi(v float64) int64 { return number.Round(v * 100) }

// appendCenti writes a length in hundredths.
func appendCenti(b []byte, n int64) []byte {
	if n%100 == 0 { // most lengths of a map are whole
		return number.AppendInt(b, n/100)
	}
	return number.AppendScaled(b, n, 2)
}

const hexDigits = "0123456789ABCDEF"

func appendHex4(b []byte, v uint16) []byte {
	return append(b, hexDigits[v>>12], hexDigits[v>>8&15], hexDigits[v>>4&15], hexDigits[v&15])
}

// finite reports whether v is a number that can be written.
func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
