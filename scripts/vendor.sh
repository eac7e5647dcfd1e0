#!/bin/sh
# Brings the work of others into static/vendor/ and draws static/icons.svg; run it only to change a version.
# Needs npm, tar and sha256sum; npx fetches esbuild once, to make FullCalendar smaller.
set -eu

HTMX=4.0.1
FULLCALENDAR=7.1.0
SIGNATURE_PAD=5.1.4
ATKINSON=5.3.0
LUCIDE=1.62.0
ESBUILD=0.25.12

static=$(cd "$(dirname "$0")/../netwerkberaad/static" && pwd)
vendor=$static/vendor
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

unpack() { # package version
    mkdir -p "$work/$1"
    (cd "$work" && tar xzf "$(npm pack --silent "$1@$2")" -C "$work/$1" --strip-components=1)
}

place() { # target-directory file...
    mkdir -p "$vendor/$1"
    target=$vendor/$1
    shift
    cp "$@" "$target/"
}

smaller() { # source target
    npx --yes "esbuild@$ESBUILD" "$1" --minify --legal-comments=inline --log-level=warning --outfile="$2"
}

rm -rf "$vendor"

unpack htmx.org $HTMX
place htmx-$HTMX "$work/htmx.org/dist/htmx.min.js" "$work/htmx.org/LICENSE"
sed -i '/^\/\/# sourceMappingURL=/d' "$vendor/htmx-$HTMX/htmx.min.js"

unpack fullcalendar $FULLCALENDAR
calendar=$work/fullcalendar
place fullcalendar-$FULLCALENDAR "$calendar/skeleton.css" "$calendar/themes/classic/theme.css" \
    "$calendar/themes/classic/palette.css" "$calendar/LICENSE.md"
smaller "$calendar/all/global.js" "$vendor/fullcalendar-$FULLCALENDAR/all.global.min.js"
smaller "$calendar/themes/classic/global.js" "$vendor/fullcalendar-$FULLCALENDAR/classic.global.min.js"
smaller "$calendar/locales/nl/global.js" "$vendor/fullcalendar-$FULLCALENDAR/nl.global.min.js"

unpack signature_pad $SIGNATURE_PAD
place signature_pad-$SIGNATURE_PAD "$work/signature_pad/dist/signature_pad.umd.min.js" "$work/signature_pad/LICENSE"
sed -i '/^\/\/# sourceMappingURL=/d' "$vendor/signature_pad-$SIGNATURE_PAD/signature_pad.umd.min.js"

unpack @fontsource/atkinson-hyperlegible-next $ATKINSON
font=$work/@fontsource/atkinson-hyperlegible-next
place atkinson-hyperlegible-next-$ATKINSON "$font/LICENSE"
for face in latin-400 latin-600 latin-700 latin-ext-400 latin-ext-600 latin-ext-700; do
    place atkinson-hyperlegible-next-$ATKINSON "$font/files/atkinson-hyperlegible-next-$face-normal.woff2"
done

unpack lucide-static $LUCIDE
place lucide-$LUCIDE "$work/lucide-static/LICENSE"

# Our word for an icon = the name it has in Lucide.
icons="home=house calendar=calendar-days book=notebook-pen sheet=file-text phone=phone message=message-circle
mail=mail qr=qr-code copy=copy print=printer download=download link=link plus=plus check=check x=x
left=arrow-left right=arrow-right chevron-right=chevron-right chevron-down=chevron-down chevron-up=chevron-up
chevron-left=chevron-left undo=undo-2 edit=pencil trash=trash-2 users=users user=user user-plus=user-plus
heart=heart alert=circle-alert info=info warn=triangle-alert clock=clock eye=eye eye-off=eye-off screen=monitor
projector=projector log-out=log-out lock=lock key=key-round circle=circle-dot grip=grip-vertical more=ellipsis
search=search bookmark=bookmark pause=pause settings=settings merge=merge pen=pen-line help=circle-question-mark
star=star food=cooking-pot shop=shopping-basket school=school talk=message-circle-heart bed=bed-double car=car
play=dices sport=volleyball shield=shield"

{
    echo '<svg xmlns="http://www.w3.org/2000/svg">'
    echo "<!-- Icons from Lucide $LUCIDE, ISC licence, see vendor/lucide-$LUCIDE/LICENSE -->"
    for pair in $icons; do
        drawing=$work/lucide-static/icons/${pair#*=}.svg
        printf '<symbol id="%s" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">' "${pair%%=*}"
        sed -e '1,/>/{/<!--/d;}' "$drawing" | tr '\n' ' ' | sed -e 's/<svg[^>]*>//' -e 's/<\/svg>//' -e 's/  */ /g' -e 's/ \/>/\/>/g' -e 's/> </></g' -e 's/^ //' -e 's/ $//'
        echo '</symbol>'
    done
    echo '</svg>'
} > "$static/icons.svg"

row() { # directory name version licence package
    files=$(cd "$vendor/$1" && sha256sum ./* | sed 's/^\([0-9a-f]*\)  \.\/\(.*\)$/`\2` \1/' | tr '\n' '|' | sed -e 's/|$//' -e 's/|/<br>/g')
    echo "| $2 | $3 | $4 | \`$5\` | $files |"
}

{
    echo '# The work of others'
    echo
    echo 'Brought here by `scripts/vendor.sh`, so that no page asks anything of another host. FullCalendar is minified by us; from htmx and signature_pad only the source map comment is taken out; the fonts are the Latin and Latin Extended faces; `../icons.svg` is drawn from the Lucide icons.'
    echo
    echo '| name | version | licence | npm package | files with their sha256 |'
    echo '|---|---|---|---|---|'
    row htmx-$HTMX htmx $HTMX 0BSD htmx.org
    row fullcalendar-$FULLCALENDAR FullCalendar $FULLCALENDAR MIT fullcalendar
    row signature_pad-$SIGNATURE_PAD 'Signature Pad' $SIGNATURE_PAD MIT signature_pad
    row atkinson-hyperlegible-next-$ATKINSON 'Atkinson Hyperlegible Next' $ATKINSON OFL-1.1 @fontsource/atkinson-hyperlegible-next
    row lucide-$LUCIDE 'Lucide (in icons.svg)' $LUCIDE ISC lucide-static
} > "$vendor/README.md"
