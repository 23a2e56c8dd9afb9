package io.edgepix.imaging.originals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Writes SVG. */
public final class SvgMaker {
    private static final String SPACES =
            "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'";

    /** Small files that demand much work. */
    public enum Hostile {
        DEEP("<g>".repeat(100_000) + "</g>".repeat(100_000)),
        DEEP_LAYERS("<g opacity='.9'>".repeat(200) + "<rect width='900' height='900'/>" + "</g>".repeat(200)),
        TURBULENCE("<filter id='f'><feTurbulence baseFrequency='.01' numOctaves='999999999'/></filter>"
                + all("filter='url(#f)'")),
        DILATION("<filter id='f'><feMorphology radius='2000' operator='dilate'/></filter>" + all("filter='url(#f)'")),
        BLUR("<filter id='f' x='-1e4' y='-1e4' width='1e5' height='1e5'><feGaussianBlur stdDeviation='1e9'/></filter>"
                + all("filter='url(#f)'")),
        DASHES("<path d='M0 0L1e6 1e6H0' stroke='red' stroke-width='5' stroke-dasharray='1e-4'/>"),
        NESTED_USES("<defs><rect id='a0' width='1' height='1'/>"
                + numbered(1, 12, "<g id='a%d'>" + "<use xlink:href='#a%<d_'/>".repeat(10) + "</g>")
                + "</defs><use xlink:href='#a11'/>"),
        USE_OF_ITSELF("<g id='a'><use xlink:href='#a'/><use xlink:href='#a'/></g>"),
        PATTERNS_OF_EACH_OTHER(pattern("p", "q") + pattern("q", "p") + all("fill='url(#p)'")),
        MASK_OF_ITSELF("<mask id='m'>" + all("mask='url(#m)'") + "</mask>" + all("mask='url(#m)'")),
        NESTED_MASKS(numbered(
                        0,
                        12,
                        "<mask id='m%d'><rect width='1000' height='1000' mask='url(#m%<d+)' fill='white'/>"
                                + "<rect width='1000' height='1000' mask='url(#m%<d+)' fill='white'/></mask>")
                + all("mask='url(#m0)'")),
        MANY_CORNERS("<path d='" + "M0 0L1000 1000 ".repeat(200_000) + "' stroke='red'/>"),
        LONG_TEXT("<text font-size='1e7'>A</text><text>" + "A".repeat(1_000_000) + "</text>"),
        FORGED_PICTURE(image("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA//8AAP//CAYAAAAAAAAA")),
        STEEP_SELECTORS("<style>" + "* ".repeat(2000) + "{fill:red}</style>" + "<g>".repeat(200)
                + "<rect width='5' height='5'/>".repeat(2000) + "</g>".repeat(200)),
        ENTITIES("&e9;") {
            @Override
            public byte[] svg(String attributes) {
                String entities = numbered(1, 10, "<!ENTITY e%d '" + "&e%<d_;".repeat(10) + "'>");
                return SvgMaker.svg("<!DOCTYPE svg [<!ENTITY e0 'lol'>" + entities + "]>", attributes, "&e9;");
            }
        };

        private final String content;

        Hostile(String content) {
            this.content = content;
        }

        public byte[] svg() {
            return svg("width='400' height='400' viewBox='0 0 1000 1000'");
        }

        public byte[] svg(String attributes) {
            return SvgMaker.svg(attributes, content);
        }

        private static String all(String attributes) {
            return "<rect width='1000' height='1000' " + attributes + "/>";
        }

        private static String pattern(String name, String of) {
            return "<pattern id='" + name + "' width='.01' height='.01' patternUnits='userSpaceOnUse'>"
                    + all("fill='url(#" + of + ")'") + "</pattern>";
        }

        /**
         * Repeats a text for each number. In the text, the number followed by an underscore becomes the previous
         * number, and the number followed by a plus becomes the next number.
         */
        private static String numbered(int from, int to, String text) {
            return IntStream.range(from, to)
                    .mapToObj(i -> String.format(text, i)
                            .replace(i + "_", Integer.toString(i - 1))
                            .replace(i + "+", Integer.toString(i + 1)))
                    .collect(Collectors.joining());
        }
    }

    private SvgMaker() {}

    public static byte[] svg(String attributes, String content) {
        return svg("", attributes, content);
    }

    private static byte[] svg(String before, String attributes, String content) {
        return (before + "<svg " + SPACES + " " + attributes + ">" + content + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the drawing compressed with gzip, as in .svgz. */
    public static byte[] compressed(byte[] svg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(svg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static String red(String attributes) {
        return "<rect width='20' height='20' fill='#f00' " + attributes + "/>";
    }

    public static String image(String place) {
        return "<image width='20' height='20' xlink:href='" + place + "'/>";
    }

    /**
     * Returns drawings that refer to an external location or run a script. If that succeeds, a drawing is red in the
     * middle. Otherwise it is black or transparent.
     */
    public static List<byte[]> reachingOut(String place) {
        String size = "width='20' height='20'";
        String black = "<rect width='20' height='20'/>";
        String entity = "<!DOCTYPE svg [<!ENTITY e SYSTEM '" + place + "red.svg'>]>";
        String declarations = "<!DOCTYPE svg SYSTEM '" + place + "red.dtd'>";
        String sheet = "<?xml-stylesheet type='text/css' href='" + place + "red.css'?>";
        String html = "<foreignObject width='20' height='20'><div xmlns='http://www.w3.org/1999/xhtml' "
                + "style='width:20px;height:20px;background:#f00'><img src='" + place
                + "red.png'/></div></foreignObject>";
        return List.of(
                svg(size, image(place + "red.png")),
                svg(size, image(place + "red.svg")),
                svg(size, "<image width='20' height='20' href='" + place + "red.png'/>"),
                svg(size, "<use xlink:href='" + place + "red.svg#a'/>"),
                svg(
                        size,
                        "<filter id='f'><feImage xlink:href='" + place + "red.png'/></filter>"
                                + "<rect width='20' height='20' filter='url(#f)'/>"),
                svg(size, "<rect width='20' height='20' fill='url(" + place + "red.svg#a) #000'/>"),
                svg(size, "<style>@import url('" + place + "red.css');</style>" + black),
                svg(sheet, size, black),
                svg(entity, size, black + "&e;"),
                svg(declarations, size, black),
                svg(
                        size,
                        black + "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='" + place + "red.svg'/>"),
                svg(
                        size,
                        black + "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='" + place
                                + "red.svg' parse='text'/>"),
                svg(
                        size,
                        "<style>@font-face{font-family:f;src:url('" + place + "f.ttf')}</style>" + black
                                + "<text font-family='f'> </text>"),
                svg(size, html),
                svg(size, black + "<script>document.querySelector('rect').setAttribute('fill', '#f00')</script>"),
                svg(size + " onload=\"document.querySelector('rect').setAttribute('fill','#f00')\"", black));
    }
}
