// Package number writes lengths as PDF and SVG both take them: in as few
// letters as say them exactly enough. It must never write what is no number.
package number

// Round is v as a whole number. What is no number is 0, and what no page could
// hold ends at a bound that every reader takes.
func Round(v float64) int64 {
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

// Append writes v with at most the given number of decimals, 0 to 8.
func Append(b []byte, v float64, decimals int) []byte {
	return AppendScaled(b, Round(v*pow10[decimals]), decimals)
}

// AppendScaled writes n/10^decimals without zeros that say nothing: a number
// may begin with its point (ISO 32000-1, 7.3.3; SVG 1.1, 4.2).
func AppendScaled(b []byte, n int64, decimals int) []byte {
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

// AppendInt writes a whole number.
func AppendInt(b []byte, n int64) []byte {
	if n >= 0 && n < 10 {
		return append(b, byte('0'+n))
	}
	return AppendScaled(b, n, 0)
}
