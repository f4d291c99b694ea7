package examples_test

import (
	"runtime"
	"sync"
)

// spread calls f for one of every numbers below n, on all processors.
func spread(n int, f func(i int)) {
	next := make(chan int)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := 0; i < n; i += every {
		next <- i
	}
	close(next)
	wait.Wait()
}
