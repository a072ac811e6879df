// SPDX-License-Identifier: Apache-2.0
// A bottle of dark lacquered glass with a brushed cap on grey acrylic.
#include "studio.inc"

#declare Glass = material {
  texture {
    pigment {
      gradient y
      pigment_map {
        [0.00 aoi color_map { [0.5 color srgb <0.16, 0.05, 0.03>] [0.80 color srgb <0.42, 0.16, 0.07>] [1 color srgb <0.16, 0.05, 0.03>] }]
        [0.12 color srgb <0.62, 0.30, 0.12>]
        [0.16 color srgb <0.30, 0.10, 0.04>]
        [0.62 color srgb <0.50, 0.20, 0.08>]
        [0.88 color srgb <0.66, 0.32, 0.13>]
        [0.90 color srgb <0.40, 0.19, 0.09>]
        [1.00 color srgb <0.34, 0.16, 0.08>]
      }
      scale 0.78
    }
    finish { diffuse 0.55 specular 0.6 roughness 0.002 reflection { 0.03, 1.0 fresnel on } conserve_energy }
  }
  interior { ior 1.52 }
}
#declare Gold = Brushed(srgb <0.86, 0.70, 0.46>, <0.30, 0.0012, 0.30>, 0.035)
#declare Ink = Matte(srgb <0.18, 0.12, 0.09>)

#macro Centred_Text(Words, Size, Height)
  #local Letters = text { ttf "timrom.ttf" Words 0.02, <0.06, 0> scale <Size, Size, 1> };
  object { Letters translate <-(max_extent(Letters).x + min_extent(Letters).x) / 2, Height, -0.1745> texture { Ink } }
#end

#declare Product = union {
  object { Round_Box_Union(<-0.33, 0, -0.165>, <0.33, 0.80, 0.165>, 0.055) material { Glass } }
  object { Round_Box_Union(<-0.19, 0.22, -0.172>, <0.19, 0.56, -0.10>, 0.006)
    texture { pigment { granite scale 0.1 color_map { [0 color srgb <0.93, 0.89, 0.81>] [1 color srgb <0.90, 0.85, 0.76>] } } finish { diffuse 0.8 } } }
  Centred_Text("NEROLI", 0.076, 0.405)
  Centred_Text("No. 7", 0.06, 0.315)
  Centred_Text("eau de parfum  50 ml", 0.030, 0.255)
  object { Round_Cylinder_Union(y * 0.79, y * 0.865, 0.125, 0.012) texture { Gold } }
  object { Round_Cylinder_Union(y * 0.872, y * 1.17, 0.155, 0.018) texture { Gold } }
}

Studio_Camera(<-1.5, 1.35, -5.4>, <0.02, 0.57, 0>, 19.5)
Studio_Lights(0.7, 0.35, 0.6)
Backdrop_Sweep(texture {
    pigment {
      spherical
      color_map { [0 color rgb 0.13] [0.5 color rgb 0.34] [1 color rgb 0.62] }
      scale <9, 9, 9>
      translate <-0.8, 1.0, 1.5>
    }
    finish { diffuse 0.75 }
  }, 2.5, 3)
object { Product rotate y * -6 }
