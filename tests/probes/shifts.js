// Runs before the page: sums the shifts of its layout. Nobody touches the page before they are asked for, so those that
// the browser excuses by an input count too: a phone's screen that takes its size is one to it.
window.shifts = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shifts += entry.value;
}).observe({type: "layout-shift", buffered: true});
