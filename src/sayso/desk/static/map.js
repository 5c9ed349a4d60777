// The map: outlines, and the rows of the table as what is known of their places. Drawn when a reader asks for it.
let holder = null;
let open = false;
const METRES = { district: 15_000, area: 40_000, admin2: 40_000, admin1: 120_000, country: 400_000 };

function paint(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function circle(lon, lat, metres) {
  const points = [];
  const tall = metres / 111_320;
  const wide = tall / Math.cos((lat * Math.PI) / 180);
  for (let at = 0; at <= 48; at += 1) {
    const turn = (at / 48) * 2 * Math.PI;
    points.push([lon + wide * Math.cos(turn), lat + tall * Math.sin(turn)]);
  }
  return { type: "Polygon", coordinates: [points] };
}

function feature(row) {
  const exact = row.precision === "site" || row.precision === "settlement";
  const geometry = exact
    ? { type: "Point", coordinates: [row.lon, row.lat] }
    : circle(row.lon, row.lat, METRES[row.precision] ?? 40_000);
  return { type: "Feature", geometry, properties: { id: row.id, label: `${row.place}: ${row.sentence}`, exact } };
}

function bounds(rows) {
  const lons = rows.map((row) => row.lon);
  const lats = rows.map((row) => row.lat);
  return [[Math.min(...lons) - 1, Math.min(...lats) - 1], [Math.max(...lons) + 1, Math.max(...lats) + 1]];
}

function style(outlines, features) {
  const accent = paint("--accent");
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: outlines },
      rows: { type: "geojson", data: { type: "FeatureCollection", features } },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": paint("--sea") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": paint("--land") } },
      { id: "borders", type: "line", source: "land", paint: { "line-color": paint("--quiet"), "line-width": 0.7 } },
      { id: "areas", type: "fill", source: "rows", filter: ["!", ["get", "exact"]],
        paint: { "fill-color": accent, "fill-opacity": 0.14 } },
      { id: "edges", type: "line", source: "rows", filter: ["!", ["get", "exact"]],
        paint: { "line-color": accent, "line-dasharray": [2, 2] } },
      { id: "dots", type: "circle", source: "rows", filter: ["get", "exact"],
        paint: { "circle-color": accent, "circle-radius": 5, "circle-stroke-width": 1,
          "circle-stroke-color": paint("--paper") } },
    ],
  };
}

function follow(map, popup, event) {
  const { id, label } = event.features[0].properties;
  const link = Object.assign(document.createElement("a"), { href: `/incidents/${id}`, textContent: label });
  popup.setLngLat(event.lngLat).setDOMContent(link).addTo(map);
}

async function show() {
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: holder.dataset.style }));
  const [library, situation] = await Promise.all([
    import(holder.dataset.library),
    fetch(holder.dataset.rows).then((answer) => answer.json()),
  ]);
  const rows = situation.rows.filter((row) => row.lat !== null && row.lon !== null);
  holder.replaceChildren();
  holder.classList.add("open");
  library.setWorkerUrl(new URL(holder.dataset.worker, location.href).href);
  const map = new library.Map({
    container: holder,
    style: style(new URL(holder.dataset.outlines, location.href).href, rows.map(feature)),
    bounds: bounds(rows),
    attributionControl: false,
    fadeDuration: 0,
  });
  map.addControl(new library.NavigationControl({ showCompass: false }));
  map.addControl(new library.ScaleControl());
  const popup = new library.Popup({ maxWidth: "22rem" });
  for (const layer of ["dots", "areas"]) map.on("click", layer, (event) => follow(map, popup, event));
  holder.dataset.drawn = String(rows.length);
}

function reopen() {
  holder = document.getElementById("map");
  if (holder && open) show();
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("#show-map")) return;
  open = true;
  reopen();
});
document.addEventListener("htmx:after:swap", reopen);
