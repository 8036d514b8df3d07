package svg

// fixed is v rounded to a whole number. What is no number is 0, and what no
// drawing could hold ends at a bound.
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

// appendFixed writes v with at most the given number of decimals and without
// zeros that say nothing.
func appendFixed(b []byte, v float64, decimals int) []byte {
	n := fixed(v * pow10[decimals])
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

func appendInt(b []byte, n int64) []byte { return appendFixed(b, float64(n), 0) }
