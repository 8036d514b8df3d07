package pdf

import "math"

// centi is a length in hundredths of a unit. At 0.7 pt a unit the error is
// below 0.004 pt.
func centi(v float64) int64 { return fixed(v * 100) }

// fixed is v rounded to a whole number. What is no number is 0, and what no
// page could hold ends at a bound that every reader takes.
func fixed(v float64) int64 {
	const bound = 1 << 40
	switch {
	case v >= 0 && v < bound:
		return int64(v + 0.5)
	case v < 0 && v > -bound:
		return -int64(0.5 - v)
	case v >= bound:
		return bound
	case v <= -bound:
		return -bound
	}
	return 0
}

var pow10 = [...]float64{1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8}

// appendFixed writes v with at most the given number of decimals.
func appendFixed(b []byte, v float64, decimals int) []byte {
	return appendScaled(b, fixed(v*pow10[decimals]), decimals)
}

// appendCenti writes a length in hundredths.
func appendCenti(b []byte, n int64) []byte {
	if n%100 == 0 { // most lengths of a map are whole
		return appendInt(b, n/100)
	}
	return appendScaled(b, n, 2)
}

// appendScaled writes n/10^decimals without zeros that say nothing: a number
// may begin with its point (ISO 32000-1, 7.3.3).
func appendScaled(b []byte, n int64, decimals int) []byte {
	if n == 0 {
		return append(b, '0')
	}
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	for decimals > 0 && n%10 == 0 {
		n, decimals = n/10, decimals-1
	}
	var d [24]byte
	i := len(d)
	for ; decimals > 0; decimals-- {
		i--
		d[i] = byte('0' + n%10)
		n /= 10
		if decimals == 1 {
			i--
			d[i] = '.'
		}
	}
	for ; n > 0; n /= 10 {
		i--
		d[i] = byte('0' + n%10)
	}
	return append(b, d[i:]...)
}

func appendInt(b []byte, n int64) []byte {
	if n >= 0 && n < 10 {
		return append(b, byte('0'+n))
	}
	return appendScaled(b, n, 0)
}

const hexDigits = "0123456789ABCDEF"

func appendHex4(b []byte, v uint16) []byte {
	return append(b, hexDigits[v>>12], hexDigits[v>>8&15], hexDigits[v>>4&15], hexDigits[v&15])
}

// finite reports whether v is a number that can be written.
func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
