// Before anything is drawn: the choice of light or dark that was made earlier.
const chosen = localStorage.getItem("onrecord-theme");
if (chosen) document.documentElement.dataset.theme = chosen;
