package raster

import (
	"image"
	"math"

	"throughline/canvas/scene"
)

// mip is a picture halved n times.
type mip struct {
	src      *scene.Image
	n        int
	w, h     int
	pix      []byte
	straight bool // not premultiplied
}

// mipFor is how often a picture is halved before it is scaled to w × h: as
// long as it stays at least as large.
func mipFor(m *scene.Image, w, h int) int {
	n := 0
	for a, b := m.W, m.H; a >= 2*w && b >= 2*h; n++ {
		a, b = (a+1)/2, (b+1)/2
	}
	return n
}

// row writes row y of the mip, premultiplied, four numbers a pixel.
func (l *mip) row(dst []int32, from, to, y int) {
	s := l.pix[4*(y*l.w+from) : 4*(y*l.w+to)]
	for i, v := range s {
		dst[i] = int32(v)
	}
	if !l.straight {
		return
	}
	for i := 0; i < len(s); i += 4 {
		if a := int32(s[i+3]); a != 255 {
			for k := range 3 {
				dst[i+k] = (dst[i+k]*a + 127) / 255
			}
		}
	}
}

// halve is the means of two by two pixels of l. At an odd edge the last row or
// column stands for itself.
func halve(l mip) []byte {
	w, h := (l.w+1)/2, (l.h+1)/2
	out := make([]byte, 4*w*h)
	a, b := make([]int32, 4*l.w), make([]int32, 4*l.w)
	for y := range h {
		l.row(a, 0, l.w, 2*y)
		l.row(b, 0, l.w, min(2*y+1, l.h-1))
		for x := range w {
			i, k := 8*x, 4*min(2*x+1, l.w-1)
			o := out[4*(y*w+x):][:4]
			for c := range o {
				o[c] = uint8((a[i+c] + a[k+c] + b[i+c] + b[k+c] + 2) / 4)
			}
		}
	}
	return out
}

// weightBits are the binary digits of a tap's weight.
const weightBits = 14

// taps are the pixels of a row or column that make one pixel of the scaled
// picture: from the first on, with weights that sum to one.
type taps struct {
	first   int
	weights []int32
}

// tapsFor is the taps of the pixels from a to before b of n, made of size
// pixels that stand for extent of them. The kernel is Catmull and Rom's cubic
// (1974), made wider where the picture gets smaller.
func tapsFor(a, b, n, size int, extent float64) []taps {
	out := make([]taps, b-a)
	step := extent / float64(n)
	wide := max(step, 1)
	for i := range out {
		c := (float64(a+i)+0.5)*step - 0.5
		lo, hi := int(math.Ceil(c-2*wide)), int(math.Floor(c+2*wide))
		first, last := min(max(lo, 0), size-1), min(max(hi, 0), size-1)
		f := make([]float64, last-first+1)
		sum := 0.0
		for k := lo; k <= hi; k++ { // beyond the edge its pixels go on
			v := catmullRom(math.Abs(float64(k)-c) / wide)
			f[min(max(k, first), last)-first] += v
			sum += v
		}
		w := make([]int32, len(f))
		left, most := int32(1<<weightBits), 0
		for k, v := range f {
			w[k] = int32(math.Round(v / sum * (1 << weightBits)))
			left -= w[k]
			if w[k] > w[most] {
				most = k
			}
		}
		w[most] += left
		out[i] = taps{first, w}
	}
	return out
}

func catmullRom(x float64) float64 {
	switch {
	case x < 1:
		return (1.5*x-2.5)*x*x + 1
	case x < 2:
		return ((-0.5*x+2.5)*x-4)*x + 2
	}
	return 0
}

// resample is the part r of l scaled to w × h pixels, premultiplied. A pixel
// depends on l, w and h alone, not on r.
func resample(l mip, w, h int, r image.Rectangle) []byte {
	part := float64(int(1) << l.n)
	xs := tapsFor(r.Min.X, r.Max.X, w, l.w, float64(l.src.W)/part)
	ys := tapsFor(r.Min.Y, r.Max.Y, h, l.h, float64(l.src.H)/part)
	x0, x1 := needed(xs)
	y0, y1 := needed(ys)
	row := make([]int32, 4*(x1-x0))
	across := make([]int32, 4*len(xs)*(y1-y0)) // with six binary digits behind the point
	for y := y0; y < y1; y++ {
		l.row(row, x0, x1, y)
		out := across[4*len(xs)*(y-y0):][:4*len(xs)]
		for i, t := range xs {
			var s [4]int32
			for k, w := range t.weights {
				v := row[4*(t.first-x0+k):][:4]
				s[0], s[1], s[2], s[3] = s[0]+v[0]*w, s[1]+v[1]*w, s[2]+v[2]*w, s[3]+v[3]*w
			}
			for c, v := range s {
				out[4*i+c] = (v + 1<<(weightBits-7)) >> (weightBits - 6)
			}
		}
	}
	out := make([]byte, 4*len(xs)*len(ys))
	sum := make([]int32, 4*len(xs))
	for j, t := range ys {
		clear(sum)
		for k, w := range t.weights {
			for i, v := range across[4*len(xs)*(t.first-y0+k):][:len(sum)] {
				sum[i] += v * w
			}
		}
		o := out[len(sum)*j:][:len(sum)]
		for i := 0; i < len(sum); i += 4 {
			a := round8(sum[i+3], 255)
			o[i], o[i+1], o[i+2], o[i+3] = uint8(round8(sum[i], a)), uint8(round8(sum[i+1], a)), uint8(round8(sum[i+2], a)), uint8(a)
		}
	}
	return out
}

// round8 is a sum of resample as a whole number from 0 to most.
func round8(v, most int32) int32 {
	const bits = weightBits + 6
	return min(max((v+1<<(bits-1))>>bits, 0), most)
}

// needed is the pixels that taps use.
func needed(ts []taps) (first, end int) {
	first = ts[0].first
	for _, t := range ts {
		first, end = min(first, t.first), max(end, t.first+len(t.weights))
	}
	return first, end
}
