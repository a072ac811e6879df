#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Renders the sample pictures and their exact alpha channels from the scene files. Not part of the build.
#   samples/render.sh            all pictures
#   samples/render.sh mug lamp   some of them
# Needs povray (3.7) and ImageMagick. THREADS=n sets the number of render threads (default 1).
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# name, width, height, antialiasing of the picture, JPEG quality
pictures='
mug        1400 1050 +A0.15+R3 88
vase       1200 1500 +A0.15+R3 86
perfume    1200 1200 +A0.10+R3 88
lamp       1500 1125 +A0.15+R3 88
headphones 1400 1120 +A0.15+R3 88
plant      1200 1440 +A0.15+R3 88
toy-car    1600 1200 +A0.15+R3 88
watch      1200 1440 +A0.15+R3 88
armchair   1400 1120 +A0.15+R3 86
camera     4000 3000 +A0.30+R2 82
'

render() {
    name=$1 width=$2 height=$3 antialias=$(echo "$4" | sed 's/+R/ +R/') quality=$5
    echo "$name ${width}x${height}"
    # shellcheck disable=SC2086
    nice -n 15 povray "+Iscenes/$name.pov" "+O$work/$name.png" +Lscenes "+W$width" "+H$height" $antialias +Q11 \
        "+WT${THREADS:-1}" -D >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    nice -n 15 povray "+Iscenes/$name.pov" "+O$work/$name-alpha.png" +Lscenes "+W$width" "+H$height" +A0.03 +R4 +Q1 +UA \
        Declare=Mask=1 "+WT${THREADS:-1}" -D >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    # a little sensor noise, the same each time
    convert "$work/$name.png" -seed 7 -attenuate 0.1 +noise Gaussian -sampling-factor 4:2:0 -interlace JPEG -quality "$quality" -strip "$name.jpg"
    convert "$work/$name-alpha.png" -alpha extract -depth 8 -colorspace Gray -define png:compression-level=9 -strip \
        "$name-alpha.png"
}

echo "$pictures" | while read -r name width height antialias quality; do
    [ -n "$name" ] || continue
    if [ $# -eq 0 ] || echo " $* " | grep -q " $name "; then
        render "$name" "$width" "$height" "$antialias" "$quality"
    fi
done
