package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.RawMaker;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that the refusal names formats that cannot be read. Numbers after a backslash are octal bytes. At least 200
 * zero bytes follow each text.
 */
public interface RecognitionContract extends Contract {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "HEIC|\\0\\0\\0\\30ftypheic\\0\\0\\0\\0mif1heic",
                "HEIC|\\0\\0\\0\\30ftypmif1\\0\\0\\0\\0mif1heic",
                "HEIC|\\0\\0\\0\\30ftypheix\\0\\0\\0\\0mif1heix",
                "HEIC|\\0\\0\\0\\30ftyphevc\\0\\0\\0\\0msf1hevc",
                "HEIF|\\0\\0\\0\\30ftypmsf1\\0\\0\\0\\0msf1miaf",
                "JPEG XL|\\377\\12\\0\\0",
                "JPEG XL|\\0\\0\\0\\14JXL \\15\\12\\207\\12",
                "JPEG 2000|\\0\\0\\0\\14jP  \\15\\12\\207\\12",
                "JPEG 2000|\\377\\117\\377\\121\\0",
                "JPEG XR|II\\274\\1",
                "PDF|%PDF-1.7\\12",
                "PostScript|%!PS-Adobe-3.0\\12",
                "PostScript|%!PS-Adobe-3.0 EPSF-3.0\\12",
                "EPS|\\305\\320\\323\\306",
                "camera RAW (CR2)|II*\\0\\20\\0\\0\\0CR\\2\\0",
                "camera RAW (CR3)|\\0\\0\\0\\30ftypcrx \\0\\0\\0\\1crx isom",
                "camera RAW (RAF)|FUJIFILMCCD-RAW 0201",
                "camera RAW (RW2)|IIU\\0\\30\\0\\0\\0",
                "camera RAW (ORF)|IIRO\\10\\0\\0\\0",
                "camera RAW (CRW)|II\\32\\0\\0\\0HEAPCCDR",
                "camera RAW (X3F)|FOVb\\0",
                "MPEG-4 video|\\0\\0\\0\\30ftypisom\\0\\0\\2\\0isomiso2",
                "MPEG-4 video|\\0\\0\\0\\30ftypM4V \\0\\0\\2\\0M4V mp42",
                "MPEG-4 audio|\\0\\0\\0\\30ftypM4A \\0\\0\\2\\0M4A mp42",
                "QuickTime video|\\0\\0\\0\\24ftypqt  \\0\\0\\2\\0qt  ",
                "QuickTime video|\\0\\0\\0\\10wide\\0\\0\\0\\10mdat",
                "WebM video|\\32E\\337\\243\\237B\\206\\201\\1B\\202\\204webm",
                "Matroska video|\\32E\\337\\243\\237B\\206\\201\\1B\\202\\210matroska",
                "AVI video|RIFF\\0\\1\\0\\0AVI LIST",
                "WAV audio|RIFF\\0\\1\\0\\0WAVEfmt ",
                "Ogg audio or video|OggS\\0\\2",
                "MPEG video|\\0\\0\\1\\272D",
                "Flash video|FLV\\1\\5",
                "Windows Media|0&\\262u\\216f\\317\\21\\246",
                "MP3 audio|ID3\\4\\0",
                "FLAC audio|fLaC\\0",
                "OpenEXR|v/1\\1\\2\\0\\0\\0",
                "Radiance HDR|#?RADIANCE\\12",
                "QOI|qoif\\0\\0\\0\\1",
                "FLIF|FLIF1",
                "BPG|BPG\\373",
                "MNG|\\212MNG\\15\\12\\32\\12",
                "XCF|gimp xcf file\\0",
                "DDS|DDS \\174\\0\\0\\0",
                "KTX|\\253KTX 20\\273\\15\\12\\32\\12",
                "ICNS|icns\\0\\0\\1\\0",
                "WMF|\\327\\315\\306\\232\\0\\0",
                "PCX|\\12\\5\\1\\10\\0\\0",
                "PNM|P6\\n640 480 255\\n",
                "PNM|P1\\n# by hand\\n",
                "PNM|P7\\nWIDTH 4\\n",
                "PNM|Pf\\n64 48\\n",
                "DjVu|AT&TFORM\\0\\0\\0\\1DJVU",
                "FITS|SIMPLE  =                    T",
                "gzip|\\37\\213\\10\\0",
                "zip|PK\\3\\4\\24\\0",
                "7z|7z\\274\\257'\\34",
                "RAR|Rar!\\32\\7",
                "xz|\\3757zXZ\\0"
            })
    default void render_unsupportedKinds_areRefusedByName(String name, String start) {
        byte[] file = Arrays.copyOf(bytes(start), 400);

        assertRefused(file, "The file is " + name + ", which is not supported; JPEG, PNG, WebP, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTML|<!doctype html><title>Not found</title>",
                "HTML|\uFEFF<!-- nothing --> <html><body/></html>",
                "HTML|<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
                "XML|<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>",
                "JSON|{\"v\":\"5.5.7\",\"layers\":[]}",
                "text|Roses are red",
                "text|P5 is a library",
                "XML|<svgish/>",
                "text|<!-- <svg> --> no root"
            })
    default void render_text_isRefusedByName(String name, String text) {
        byte[] file = text.getBytes(StandardCharsets.UTF_8);

        assertRefused(file, "The file is " + name + ", which is not supported; ");
    }

    @Test
    default void render_transportStream_isRefusedAsVideo() {
        byte[] file = new byte[600];
        file[0] = 'G';
        file[188] = 'G';
        file[376] = 'G';

        assertRefused(file, "The file is MPEG video, which");
    }

    @Test
    default void render_dicomAndEmf_areRecognisedByLaterBytes() {
        byte[] dicom = new byte[200];
        System.arraycopy(FileEdits.ascii("DICM"), 0, dicom, 128, 4);
        byte[] emf = new byte[200];
        emf[0] = 1;
        System.arraycopy(FileEdits.ascii(" EMF"), 0, emf, 40, 4);

        assertRefused(dicom, "The file is DICOM, which");
        assertRefused(emf, "The file is EMF, which");
    }

    @Test
    default void render_tga_isRefusedByItsFooter() {
        byte[] tga = FileEdits.join(new byte[60], FileEdits.ascii("TRUEVISION-XFILE.\0"));

        assertRefused(tga, "The file is TGA, which");
    }

    @Test
    default void render_rawFilesThatBeginAsTiff_areRefusedInsteadOfTheirThumbnails() {
        assertRefused(RawMaker.dng(), "The file is camera RAW (DNG), which is not supported; ");
        assertRefused(RawMaker.sensor("NIKON CORPORATION", true), "The file is camera RAW (NEF), which");
        assertRefused(RawMaker.sensor("SONY", true), "The file is camera RAW (ARW), which");
        assertRefused(RawMaker.sensor("PENTAX", false), "The file is camera RAW (PEF), which");
        assertRefused(RawMaker.sensor("Kodak", true), "The file is camera RAW (TIFF of a sensor), which");
    }

    @Test
    default void render_tiffOfAScanWithSubDirectories_isNotTakenForRaw() {
        UnrenderableException refusal = refusal(RawMaker.plain("NIKON CORPORATION"), ROOMY);

        assertThat(refusal.reason()).isEqualTo(Reason.BROKEN);
    }

    @Test
    default void render_emptyFile_isReported() {
        assertRefused(new byte[0], "The file is empty; JPEG, PNG, WebP, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\1\\2\\3\\4", "\\0", "\\377\\330", "RIFF", "\\0\\0\\0\\10ftyp", "\\32E\\337\\243", "<"})
    default void render_bytesOfNoKind_areRefusedAtEveryLength(String start) {
        byte[] file = bytes(start);
        for (int length = 1; length <= file.length; length++) {
            UnrenderableException refusal = refusal(Arrays.copyOf(file, length), ROOMY);

            assertThat(refusal.reason()).isIn(Reason.NOT_A_PICTURE, Reason.BROKEN);
        }
        assertRefused(new byte[] {1, 2, 3, 4}, "The format of the file is unknown; JPEG, PNG, WebP, ");
    }

    private void assertRefused(byte[] file, String sentence) {
        UnrenderableException refusal = refusal(file, ROOMY);

        assertThat(refusal).as(sentence).isNotNull();
        assertThat(refusal.sentence()).startsWith(sentence).endsWith(".").doesNotContain("\n");
        assertThat(refusal.reason().status()).isEqualTo(415);
    }

    private static byte[] bytes(String text) {
        return FileEdits.ascii(text.translateEscapes());
    }
}
