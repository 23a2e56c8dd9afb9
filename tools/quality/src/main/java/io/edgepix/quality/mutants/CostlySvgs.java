package io.edgepix.quality.mutants;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** SVGs that take long to draw. */
final class CostlySvgs {
    private CostlySvgs() {}

    static List<CostlyPicture> all() {
        return List.of(
                CostlyPicture.of(
                        "blur.svg",
                        () -> svg(
                                7_000,
                                "<filter id='f'><feGaussianBlur stdDeviation='90'/></filter>"
                                        + "<rect width='7000' height='7000' filter='url(#f)'/>")),
                CostlyPicture.of(
                        "turbulence.svg",
                        () -> svg(
                                7_000,
                                "<filter id='f'><feTurbulence baseFrequency='0.3'"
                                        + " numOctaves='9'/></filter><rect width='7000' height='7000' filter='url(#f)'/>")),
                CostlyPicture.of("uses.svg", () -> svg(7_000, uses())),
                CostlyPicture.of(
                        "circles.svg", () -> svg(7_000, "<circle r='3000' cx='9' opacity='.1'/>".repeat(25_000))),
                CostlyPicture.of("elements.svg", () -> svg(100, "<g/>".repeat(240_000))));
    }

    /** Nests groups, each with ten copies of the previous one. */
    private static String uses() {
        StringBuilder defs = new StringBuilder("<defs><circle id='a0' r='3000' opacity='.1'/>");
        for (int i = 1; i < 9; i++) {
            defs.append("<g id='a")
                    .append(i)
                    .append("'>")
                    .append(("<use href='#a" + (i - 1) + "'/>").repeat(10))
                    .append("</g>");
        }
        return defs + "</defs><use href='#a8'/>";
    }

    private static byte[] svg(int side, String content) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' width='" + side + "' height='" + side + "'>" + content
                        + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
