package journey

import "strings"

// Order places a row among its siblings. Orders compare as strings, and there
// is always another one between two of them, so a move rewrites one row. An
// order is a fraction in base 62 that does not end in 0; the empty order is
// before all others.
type Order string

const orderDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

const orderBase = len(orderDigits)

// digit is the value of o's i-th digit, 0 behind its end.
func (o Order) digit(i int) int {
	if i >= len(o) {
		return 0
	}
	return strings.IndexByte(orderDigits, o[i])
}

// Valid reports whether o is an order that Between can work with.
func (o Order) Valid() bool {
	for i := range len(o) {
		if o.digit(i) < 0 {
			return false
		}
	}
	return o != "" && o[len(o)-1] != '0'
}

// Between is an order after a and before b. An empty a is the beginning, an
// empty b the end. When a is not before b, b counts as the end.
//
// Adding n rows at either end makes orders of O(log n) letters: behind k
// leading digits of the end it counts in k+1 further ones.
func Between(a, b Order) Order {
	switch {
	case a == "" && b == "":
		return "V"
	case b == "" || a >= b:
		return after(a)
	case a == "":
		return before(b)
	}
	return midway(a, b)
}

func after(a Order) Order {
	k := leading(a, orderBase-1)
	w := window(a, k)
	for i := len(w) - 1; i >= 0; i-- {
		if w[i]++; w[i] < orderBase {
			break
		}
		w[i] = 0
	}
	return join(orderBase-1, k, w)
}

func before(b Order) Order {
	k := leading(b, 0)
	w := window(b, k)
	zero := true
	for i := len(w) - 1; i >= 0; i-- {
		if w[i]--; w[i] >= 0 {
			break
		}
		w[i] = orderBase - 1
	}
	for _, d := range w {
		zero = zero && d == 0
	}
	if o := join(0, k, w); !zero && o < b {
		return o
	}
	w = make([]int, k+2)
	for i := range w {
		w[i] = orderBase - 1
	}
	return join(0, k+1, w)
}

// leading counts o's leading digits of value d.
func leading(o Order, d int) int {
	k := 0
	for k < len(o) && o.digit(k) == d {
		k++
	}
	return k
}

// window is the k+1 digits of o that follow its first k.
func window(o Order, k int) []int {
	w := make([]int, k+1)
	for i := range w {
		w[i] = o.digit(k + i)
	}
	return w
}

// join is k digits of value d, then w, without the zeros at the end.
func join(d, k int, w []int) Order {
	b := make([]byte, 0, k+len(w))
	for range k {
		b = append(b, orderDigits[d])
	}
	for _, v := range w {
		b = append(b, orderDigits[v])
	}
	return Order(strings.TrimRight(string(b), "0"))
}

// midway is an order between a and b, a before b; an empty b is the end.
func midway(a, b Order) Order {
	n := 0
	for n < len(b) && a.digit(n) == b.digit(n) {
		n++
	}
	if n > 0 {
		return b[:n] + midway(a[min(n, len(a)):], b[n:])
	}
	lo, hi := a.digit(0), orderBase
	if b != "" {
		hi = b.digit(0)
	}
	if hi-lo > 1 {
		return Order(orderDigits[(lo+hi)/2])
	}
	if len(b) > 1 {
		return b[:1]
	}
	return Order(orderDigits[lo]) + midway(a[min(1, len(a)):], "")
}

// Spread is n orders, evenly spaced.
func Spread(n int) []Order {
	width, room := 1, orderBase
	for room <= n+1 {
		width, room = width+1, room*orderBase
	}
	out := make([]Order, n)
	w := make([]int, width)
	for i := range out {
		v := (i + 1) * room / (n + 1)
		for j := width - 1; j >= 0; j-- {
			w[j], v = v%orderBase, v/orderBase
		}
		out[i] = join(0, 0, w)
	}
	return out
}
